namespace HealtheIntent.Client;

/// <summary>The platform is throttling the account (429), and the call's turn does not come within its total timeout. Try again later (contract 8.5).</summary>
public sealed class ThrottledException : HealtheIntentException
{
    internal ThrottledException(FailedCall call, TimeSpan? retryAfter)
        : base("the platform is throttling this system account.", call) => RetryAfter = retryAfter;

    /// <summary>How long to wait: what the platform asked for, else when the client expects a turn.</summary>
    public TimeSpan? RetryAfter { get; }
}
