using HealtheIntent.Client;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HeiChartViewer.Web.Tenants;

/// <summary>
/// Whether a tenant answers and accepts its credential. One that does not is a process that is worse than it should be, and
/// not one that is not ready: it serves the other tenants, and each chart says what is the matter with it.
/// </summary>
internal sealed class TenantReadiness(
    ViewerTenant tenant,
    TenantClients clients,
    TimeProvider clock
) : IHealthCheck
{
    /// <summary>How long an answer is believed, so that whoever may ask whether this is ready cannot make it ask a tenant.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private DateTimeOffset? _askedAt;
    private Task<HealthCheckResult> _answer = Task.FromResult(HealthCheckResult.Healthy());

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        lock (_gate)
        {
            if (_answer.IsCompleted && !(clock.GetUtcNow() - _askedAt < Believed))
            {
                _askedAt = clock.GetUtcNow();
                _answer = AskAsync();
            }
            return _answer.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthCheckResult> AskAsync()
    {
        try
        {
            await clients.Of(tenant).InBackground().Tenant.GetAsync(CancellationToken.None);
            return HealthCheckResult.Healthy();
        }
        catch (HealtheIntentException error)
            when (error is NotGrantedException or NotFoundException)
        {
            // It has let the account in, and charts do not need this of it.
            return HealthCheckResult.Healthy();
        }
        catch (HealtheIntentException error)
        {
            // The client's messages name an operation, a status and a correlation ID; never a body or an address.
            return HealthCheckResult.Degraded(error.Message);
        }
    }
}
