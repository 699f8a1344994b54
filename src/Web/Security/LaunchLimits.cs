using System.Globalization;
using System.Threading.RateLimiting;
using HeiChartViewer.Web.Hosting;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Security;

/// <summary>
/// Bounds how often one address may launch (control 30). Each address has a limit of its own, so a flood from one locks
/// nobody else out; behind one address there may be a whole hospital, so the limit is a hospital's.
/// </summary>
public static class LaunchLimits
{
    /// <summary>The policy of the launch's addresses.</summary>
    public const string Policy = "launch";

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Adds the policy.</summary>
    public static void AddLaunchLimits(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = rejected.Lease.TryGetMetadata(
                    MetadataName.RetryAfter,
                    out var wait
                )
                    ? Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)
                    : "1";
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(
                Policy,
                context =>
                    RateLimitPartition.GetTokenBucketLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => Bucket(context.RequestServices)
                    )
            );
        });

    private static TokenBucketRateLimiterOptions Bucket(IServiceProvider services)
    {
        var perSecond = services
            .GetRequiredService<IOptions<ViewerOptions>>()
            .Value.LaunchesPerSecond;
        return new TokenBucketRateLimiterOptions
        {
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = Period,
            // A shift begins, and everybody opens a chart at once.
            TokenLimit = 10 * perSecond,
        };
    }
}
