namespace HeiChartViewer.Web.Audit;

/// <summary>Where the audit log is kept.</summary>
public sealed class AuditOptions
{
    /// <summary>A SQLite connection string; the folder of its file is made if it is not there.</summary>
    public required string ConnectionString { get; init; }
}
