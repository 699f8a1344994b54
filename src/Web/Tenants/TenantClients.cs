using HealtheIntent.Client;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Tenants;

/// <summary>
/// The client of each tenant: its host, credential, pace and breakers, shared with no other. There is no other way to one,
/// so that whoever asks has to say for whom.
/// </summary>
/// <param name="clients">The client of each.</param>
public sealed class TenantClients(IReadOnlyDictionary<ViewerTenant, HealtheIntentClient> clients)
{
    /// <summary>The client of a tenant.</summary>
    public HealtheIntentClient Of(ViewerTenant tenant) => clients[tenant];

    /// <summary>The client of the tenant that a session was opened in.</summary>
    public HealtheIntentClient Of(ChartSession session) => Of(session.Tenant);
}
