namespace HeiChartViewer.Web.Tenants;

/// <summary>
/// What a deployment says of one tenant, under <c>Viewer</c> in the configuration, and of each further one under
/// <c>Tenants:{name}:Viewer</c>.
/// </summary>
public sealed class TenantOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Viewer";

    /// <summary>The data partitions whose local ids may be launched, with the names clinicians know them by.</summary>
    public IList<DataPartitionOptions> DataPartitions { get; init; } = [];

    /// <summary>The origins that may frame a chart, e.g. <c>https://ehr.example.org</c>.</summary>
    /// <value>Empty: nothing may frame it.</value>
    public IList<string> FrameAncestors { get; init; } = [];

    /// <summary>How many launches a second each issuer of the tenant may make; ten times as many at once.</summary>
    /// <value>20</value>
    public int IssuerLaunchesPerSecond { get; set; } = 20;

    /// <summary>How many of the tenant's charts are on screens at once before no further one opens.</summary>
    /// <value>Not set: an equal share, of all tenants, of what the process serves.</value>
    public int? CircuitsPerTenant { get; set; }

    /// <summary>
    /// The tenant's pipeline of hierarchical condition categories, a value of the tenant's configuration.
    /// </summary>
    /// <value>Not set: no categories are asked for.</value>
    public string? HccPipelineId { get; set; }

    /// <summary>The IANA time zone in which ages and "as of" times are told.</summary>
    /// <value>The machine's own.</value>
    public string TimeZone { get; set; } = TimeZoneInfo.Local.Id;
}
