using HealtheIntent.Client.Json;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>The tenant that the client is connected to (contract 7).</summary>
public sealed class TenantApi
{
    private static readonly ApiOperation GetTenant = new(
        "tenant.get",
        "tenant",
        HttpMethod.Get,
        "/tenant/v1/tenant"
    );

    private readonly ApiCaller _caller;

    internal TenantApi(ApiCaller caller) => _caller = caller;

    /// <summary>Gets the tenant of the host.</summary>
    /// <exception cref="HealtheIntentException">It could not be had.</exception>
    public Task<Tenant> GetAsync(CancellationToken cancellationToken = default) =>
        _caller.GetAsync(
            GetTenant,
            ApiAddress.Of(GetTenant, _caller.Endpoints),
            HealtheIntentJson.Default.Tenant,
            cancellationToken
        );
}
