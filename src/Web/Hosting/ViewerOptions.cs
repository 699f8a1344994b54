using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Web.Hosting;

/// <summary>What a deployment says about itself, under <c>Viewer</c> in the configuration.</summary>
public sealed class ViewerOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Viewer";

    /// <summary>The data partitions whose local ids may be launched, with the names clinicians know them by.</summary>
    public IList<DataPartitionOptions> DataPartitions { get; init; } = [];

    /// <summary>The origins that may frame a chart, e.g. <c>https://ehr.example.org</c>.</summary>
    /// <value>Empty: nothing may frame it.</value>
    public IList<string> FrameAncestors { get; init; } = [];

    /// <summary>How many launches a second one address may make; ten times as many at once.</summary>
    /// <value>20</value>
    public int LaunchesPerSecond { get; set; } = 20;

    /// <summary>
    /// The tenant's pipeline of hierarchical condition categories, a value of the tenant's configuration.
    /// </summary>
    /// <value>Not set: no categories are asked for.</value>
    public string? HccPipelineId { get; set; }

    /// <summary>The IANA time zone in which ages and "as of" times are told.</summary>
    /// <value>The machine's own.</value>
    public string TimeZone { get; set; } = TimeZoneInfo.Local.Id;

    /// <summary>The file of the audit log.</summary>
    /// <value><c>HeiChartViewer/audit.db</c> in the user's application data; in sandbox mode a temporary file.</value>
    public string? AuditDatabase { get; set; }

    /// <summary>
    /// The PostgreSQL database of the audit log, instead of a file: a connection string of Npgsql's, whose password may
    /// stand in a file that it names as <c>Passfile</c>. Several hosts may share it.
    /// </summary>
    public string? AuditServer { get; set; }

    /// <summary>How long audit entries are kept; at least a day.</summary>
    /// <value>Not set: for ever.</value>
    public TimeSpan? AuditRetention { get; set; }

    /// <summary>What happens while the audit log does not answer.</summary>
    /// <value><c>Refuse</c>: nothing is shown that cannot be recorded.</value>
    public AuditOutage AuditOutage { get; set; }
}

/// <summary>One data partition of the deployment.</summary>
public sealed class DataPartitionOptions
{
    /// <summary>The data partition id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>The name clinicians know it by.</summary>
    public string Name { get; set; } = "";

    /// <summary>The namespace of its patients' identifiers, an OID: what a person search may narrow an identifier to.</summary>
    /// <value>Not set: its identifiers are searched for among all.</value>
    public string? AliasSystem { get; set; }
}
