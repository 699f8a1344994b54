namespace HeiChartViewer.Web.Tenants;

/// <summary>
/// Among whom a patient is looked for: a tenant and one of its populations, one value, so that no id of the one is asked
/// for at the other.
/// </summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Id">The population's id.</param>
public sealed record Population(ViewerTenant Tenant, string Id);
