using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Tenants;

/// <summary>One tenant as it stands in the configuration.</summary>
/// <param name="name">What the configuration calls it.</param>
/// <param name="root">What its two sections stand in.</param>
public sealed class TenantSection(string name, IConfiguration root)
{
    /// <summary>What the configuration calls it.</summary>
    public string Name => name;

    /// <summary>What its two sections stand in.</summary>
    public IConfiguration Root => root;

    /// <summary>How it is reached.</summary>
    public IConfigurationSection Platform => root.GetSection(TenantSections.Platform);

    /// <summary>What is said of it besides.</summary>
    public IConfigurationSection Viewer => root.GetSection(TenantOptions.Section);

    /// <summary>How long its charts stay open.</summary>
    public IConfigurationSection Session => root.GetSection(ChartSessionOptions.Section);

    /// <summary>The ids of its data partitions.</summary>
    public IEnumerable<string> Partitions =>
        Viewer
            .GetSection(nameof(TenantOptions.DataPartitions))
            .GetChildren()
            .Select(partition => partition[nameof(DataPartitionOptions.Id)])
            .OfType<string>();

    /// <summary>Its own population, as it is written.</summary>
    public string? PopulationId => Platform["PopulationId"];

    /// <summary>Which tenant of HealtheIntent it is, as far as that can be told without asking.</summary>
    public (string? Address, string? Tenant, string? Region) Place =>
        Platform["BaseAddress"] is { } address
            ? (address.TrimEnd('/').ToLowerInvariant(), null, null)
            : (
                null,
                Platform["Tenant"]?.ToLowerInvariant(),
                Platform["Region"]?.ToLowerInvariant()
            );

    /// <summary>Whether a data partition is one of its own.</summary>
    public bool Has(string partition) =>
        Partitions.Contains(partition, StringComparer.OrdinalIgnoreCase);

    /// <summary>A key as it stands in the configuration.</summary>
    public string KeyOf(string key) => TenantSections.KeyOf(name, key);
}
