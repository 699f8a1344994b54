using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Launch;

/// <summary>Whose launch a request is, once that is known: its page is framed by that tenant's EHRs and no other.</summary>
/// <param name="Tenant">The tenant.</param>
internal sealed record LaunchTenant(ViewerTenant Tenant)
{
    /// <summary>Says that a request is a launch of this tenant.</summary>
    public static void Tell(HttpContext context, ViewerTenant tenant) =>
        context.Features.Set(new LaunchTenant(tenant));

    /// <summary>The tenant of a request's launch; null where it is none, or not known yet.</summary>
    public static ViewerTenant? Of(HttpContext context) =>
        context.Features.Get<LaunchTenant>()?.Tenant;
}
