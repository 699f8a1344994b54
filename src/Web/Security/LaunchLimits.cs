using System.Globalization;
using System.Threading.RateLimiting;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Hosting;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Security;

/// <summary>
/// Bounds how often one address may launch, and connect a circuit (control 30). Each address has a limit of its own, so a flood from one locks
/// nobody else out; behind one address there may be a whole hospital, so the limit is a hospital's. What one issuer may, <see cref="IssuerLimits"/> says.
/// </summary>
public static class LaunchLimits
{
    /// <summary>The policy of the launch's addresses.</summary>
    public const string Policy = "launch";

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Adds the policy.</summary>
    public static void AddLaunchLimits(this IServiceCollection services) =>
        services
            .AddSingleton<RefusedRequests>()
            .AddSingleton<IssuerLimits>()
            .AddRateLimiter(options =>
            {
                options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                options.OnRejected = (rejected, _) =>
                    new ValueTask(RefuseAsync(rejected.HttpContext, rejected.Lease));
                options.AddPolicy(Policy, context => OfAddress(context, "launch"));
                // Each page that is launched connects once: as many, and apart from them.
                options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
                    context =>
                        CircuitGate.IsConnection(context)
                            ? OfAddress(context, "circuit")
                            : RateLimitPartition.GetNoLimiter("")
                );
            });

    /// <summary>Says when there is room again.</summary>
    internal static void TellToWait(HttpContext context, RateLimitLease lease) =>
        context.Response.Headers.RetryAfter = lease.TryGetMetadata(
            MetadataName.RetryAfter,
            out var wait
        )
            ? Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)
            : "1";

    private static Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        TellToWait(context, lease);
        return context
            .RequestServices.GetRequiredService<RefusedRequests>()
            .WriteAsync(
                context,
                CircuitGate.IsConnection(context)
                    ? AuditAction.ChartRefused
                    : AuditAction.LaunchRefused,
                "too many at once"
            );
    }

    private static RateLimitPartition<string> OfAddress(HttpContext context, string what) =>
        RateLimitPartition.GetTokenBucketLimiter(
            $"{what} {context.Connection.RemoteIpAddress}",
            _ => Bucket(context.RequestServices)
        );

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
