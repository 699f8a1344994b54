namespace HeiChartViewer.Web.Tenants;

/// <summary>One data partition of a tenant.</summary>
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
