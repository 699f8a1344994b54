namespace HealtheIntent.Client;

/// <summary>429: the platform is throttling the caller, and still was after the retries. Try again later (contract 8.5).</summary>
public sealed class ThrottledException : HealtheIntentException
{
    internal ThrottledException(FailedCall call, TimeSpan? retryAfter)
        : base("the platform is throttling this system account.", call) => RetryAfter = retryAfter;

    /// <summary>How long the platform asked to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
