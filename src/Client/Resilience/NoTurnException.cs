namespace HealtheIntent.Client.Resilience;

/// <summary>A call's turn would not come in the time it has, or did not; nothing was sent.</summary>
/// <param name="throttled">Whether the platform's throttling is why; else too many calls are under way.</param>
/// <param name="retryAfter">When a turn is expected, if throttled.</param>
internal sealed class NoTurnException(bool throttled, TimeSpan? retryAfter)
    : Exception("The call's turn does not come in time.")
{
    public bool Throttled { get; } = throttled;
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
