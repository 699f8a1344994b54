using System.Collections.Concurrent;
using HeiChartViewer.Sandbox.Credentials;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>The limit on requests that was ordered, with a bucket for each account it concerns.</summary>
internal sealed class Throttle(TimeProvider clock)
{
    private volatile Limit? _limit;

    public ThrottleOrder? Order => _limit?.Order;

    public void Follow(ThrottleOrder order) => _limit = new Limit(order, []);

    public void Clear() => _limit = null;

    /// <summary>Whether a request is over the limit, and whether its answer says when to come again.</summary>
    public bool IsOver(SystemAccount account, out TimeSpan? retryAfter)
    {
        retryAfter = null;
        if (
            _limit is not { } limit
            || limit.Order.Account is not null && limit.Order.Account != account.Name
        )
            return false;
        var bucket = limit.Buckets.GetOrAdd(
            account,
            _ => new TokenBucket(limit.Order.PerSecond!.Value, limit.Order.Burst!.Value, clock)
        );
        if (bucket.TryTake(out var wait))
            return false;
        if (limit.Order.RetryAfter == true)
            retryAfter = wait;
        return true;
    }

    private sealed record Limit(
        ThrottleOrder Order,
        ConcurrentDictionary<SystemAccount, TokenBucket> Buckets
    );
}
