namespace HeiChartViewer.Web.Audit;

/// <summary>How an audited action ended.</summary>
public enum AuditOutcome
{
    /// <summary>It was done.</summary>
    Success,

    /// <summary>It was not allowed.</summary>
    Denied,

    /// <summary>It was allowed and could not be done.</summary>
    Failed,
}
