namespace HeiChartViewer.Web.Audit;

/// <summary>Where the audit log is kept.</summary>
public sealed class AuditOptions
{
    /// <summary>A SQLite connection string; the folder of its file is made if it is not there.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>How long entries are kept; null for ever.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>What happens while the log does not answer.</summary>
    public AuditOutage Outage { get; init; }
}
