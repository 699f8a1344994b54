namespace HealtheIntent.Client;

/// <summary>The platform is not answering, and still was not after the retries. Try again later.</summary>
public sealed class UnavailableException : HealtheIntentException
{
    internal UnavailableException(
        FailedCall call,
        UnavailableReason reason,
        Exception? innerException = null,
        TimeSpan? retryAfter = null
    )
        : base(Describe(reason), call, innerException)
    {
        Reason = reason;
        RetryAfter = retryAfter;
    }

    /// <summary>How long to wait before trying again, when the platform or the open breaker says; else null.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Why there is no answer.</summary>
    public UnavailableReason Reason { get; }

    private static string Describe(UnavailableReason reason) =>
        reason switch
        {
            UnavailableReason.ServerError => "the platform failed.",
            UnavailableReason.TimedOut => "the platform did not answer in time.",
            UnavailableReason.Unreachable => "the platform could not be reached.",
            UnavailableReason.CircuitOpen =>
                "the API failed repeatedly and is left alone for some seconds.",
            UnavailableReason.Busy => "too many calls are under way.",
            UnavailableReason.Truncated => "the answer broke off.",
            _ => "the platform is not available.",
        };
}
