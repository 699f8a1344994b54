namespace HeiChartViewer.Web.Audit;

/// <summary>What a walk along the chain found.</summary>
/// <param name="Head">The last sound entry; null where there is none.</param>
/// <param name="Broken">The first entry that is not as it was written; null where all are.</param>
public sealed record AuditVerification(AuditHead? Head, BrokenAuditEntry? Broken)
{
    /// <summary>Whether every entry is as it was written.</summary>
    public bool IsSound => Broken is null;
}
