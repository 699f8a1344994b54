namespace HeiChartViewer.Web.Tenants;

/// <summary>
/// The tenants as they stand in the configuration, before anything of it is checked: the default in <c>HealtheIntent</c> and
/// <c>Viewer</c> themselves, each further one under <c>Tenants</c> by its name, with the same two sections.
/// </summary>
public sealed class TenantSections(IConfiguration configuration)
{
    /// <summary>The name of the section of further tenants.</summary>
    public const string Section = "Tenants";

    /// <summary>The name of the tenant that needs none.</summary>
    public const string Default = "default";

    /// <summary>The section of how a tenant is reached.</summary>
    public const string Platform = "HealtheIntent";

    /// <summary>All of them, the default first.</summary>
    public IReadOnlyList<TenantSection> All { get; } =
    [
        new(Default, configuration),
        .. configuration
            .GetSection(Section)
            .GetChildren()
            .Select(section => new TenantSection(section.Key, section)),
    ];

    /// <summary>The section of a tenant; null where there is none of that name.</summary>
    /// <param name="name">Its name; null of the default.</param>
    public TenantSection? Find(string? name) =>
        string.IsNullOrEmpty(name)
            ? All[0]
            : All.FirstOrDefault(one =>
                string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>A key as it stands in the configuration of a tenant.</summary>
    /// <param name="name">The tenant's name; null of the default.</param>
    /// <param name="key">The key as it is of the default.</param>
    public static string KeyOf(string? name, string key) =>
        name is null or "" or Default ? key : $"{Section}:{name}:{key}";
}
