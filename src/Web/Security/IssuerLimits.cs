using System.Threading.RateLimiting;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Launch;

namespace HeiChartViewer.Web.Security;

/// <summary>
/// Bounds how often one issuer may launch (control 30), so that a flood of one takes nothing from the launches of another.
/// What counts is a launch that is proven and is new: a name that anybody can write, a token that proves nothing and one that
/// was used before use nothing up, or whoever knows an issuer's name could keep its users out.
/// </summary>
public sealed class IssuerLimits(RefusedRequests refused) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<ProvenLaunch> _limiter = PartitionedRateLimiter.Create<
        ProvenLaunch,
        (string Tenant, string? Issuer)
    >(Bucket);

    /// <summary>Counts a launch.</summary>
    /// <returns>What tells it to wait; null where it may go on.</returns>
    public Task<IResult?> TakeAsync(HttpContext context, ProvenLaunch launch) =>
        AcquireAsync(context, launch, permits: 1);

    /// <summary>Looks whether there is room for a launch, and counts nothing.</summary>
    /// <returns>What tells it to wait; null where there is room.</returns>
    public Task<IResult?> LookAsync(HttpContext context, ProvenLaunch launch) =>
        AcquireAsync(context, launch, permits: 0);

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    private async Task<IResult?> AcquireAsync(HttpContext context, ProvenLaunch launch, int permits)
    {
        using var lease = _limiter.AttemptAcquire(launch, permits);
        if (lease.IsAcquired)
            return null;
        var tenant = launch.Population.Tenant;
        LaunchTenant.Tell(context, tenant);
        LaunchLimits.TellToWait(context, lease);
        await refused.WriteAsync(
            new AuditEntry(AuditAction.LaunchRefused, AuditOutcome.Denied)
            {
                Tenant = tenant.Mnemonic,
                Organisation = launch.User.Organisation,
                Detail = "too many at once of one issuer",
            }.From(context),
            $"{tenant.Name} {launch.Host.Issuer}"
        );
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    private static RateLimitPartition<(string, string?)> Bucket(ProvenLaunch launch)
    {
        var tenant = launch.Population.Tenant;
        var key = (tenant.Name, launch.Host.Issuer);
        return launch.Host.Issuer is null
            ? RateLimitPartition.GetNoLimiter(key)
            : RateLimitPartition.GetTokenBucketLimiter(
                key,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokensPerPeriod = tenant.IssuerLaunchesPerSecond,
                    ReplenishmentPeriod = Period,
                    // A shift begins, and everybody opens a chart at once.
                    TokenLimit = 10 * tenant.IssuerLaunchesPerSecond,
                }
            );
    }
}
