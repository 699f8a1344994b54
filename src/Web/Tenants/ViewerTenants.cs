namespace HeiChartViewer.Web.Tenants;

/// <summary>The tenants that this process serves.</summary>
/// <param name="all">All of them, the default first.</param>
/// <param name="signIn">The one whose users sign in here; not set, the default.</param>
public sealed class ViewerTenants(IReadOnlyList<ViewerTenant> all, string? signIn = null)
{
    /// <summary>All of them, the default first.</summary>
    public IReadOnlyList<ViewerTenant> All => all;

    /// <summary>The tenant of whatever names none.</summary>
    public ViewerTenant Default => all[0];

    /// <summary>The tenant whose users sign in here: plain launches and person searches are of it.</summary>
    public ViewerTenant SignIn => Of(signIn);

    /// <summary>The tenant that an issuer names; the default, where it names none.</summary>
    public ViewerTenant Of(string? name) =>
        string.IsNullOrEmpty(name)
            ? Default
            : all.First(tenant =>
                string.Equals(tenant.Name, name, StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>Where an issuer's patients are looked for.</summary>
    /// <param name="name">The tenant that it names.</param>
    /// <param name="populationId">The population that it names; null where it names none.</param>
    public Population PopulationOf(string? name, string? populationId) =>
        Of(name) is var tenant && populationId is null
            ? tenant.Population
            : new(tenant, populationId!);
}
