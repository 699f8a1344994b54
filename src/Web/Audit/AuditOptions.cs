using HeiChartViewer.Web.Storage;

namespace HeiChartViewer.Web.Audit;

/// <summary>Where the audit log is kept.</summary>
public sealed class AuditOptions
{
    /// <summary>The database that holds it.</summary>
    public required ViewerStore Store { get; init; }

    /// <summary>How long entries are kept; null for ever.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>What happens while the log does not answer.</summary>
    public AuditOutage Outage { get; init; }
}
