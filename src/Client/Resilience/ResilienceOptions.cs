namespace HealtheIntent.Client;

/// <summary>How long to wait, how often to try again and when to stop trying. Made for a reader who is waiting.</summary>
public sealed class ResilienceOptions
{
    /// <summary>How long one attempt may take, body included.</summary>
    /// <value>00:00:04.</value>
    public TimeSpan AttemptTimeout { get; set; } = HealtheIntentDefaults.AttemptTimeout;

    /// <summary>How long a call may take with all its attempts and the waits between them.</summary>
    /// <value>00:00:12.</value>
    public TimeSpan TotalTimeout { get; set; } = HealtheIntentDefaults.TotalTimeout;

    /// <summary>How often to try again after a failure that may pass. Zero never does.</summary>
    /// <value>2.</value>
    public int RetryCount { get; set; } = HealtheIntentDefaults.RetryCount;

    /// <summary>About how long to wait before the first retry; the wait grows with each, with jitter.</summary>
    /// <value>00:00:00.3000000.</value>
    public TimeSpan RetryBaseDelay { get; set; } = HealtheIntentDefaults.RetryBaseDelay;

    /// <summary>The longest wait before a retry, unless the platform asks for a longer one that still fits the total.</summary>
    /// <value>00:00:02.</value>
    public TimeSpan RetryMaxDelay { get; set; } = HealtheIntentDefaults.RetryMaxDelay;

    /// <summary>How many attempts an API must have seen within <see cref="SamplingDuration"/> before its breaker may open.</summary>
    /// <value>8.</value>
    public int MinimumThroughput { get; set; } = HealtheIntentDefaults.MinimumThroughput;

    /// <summary>The share of failed attempts that opens the breaker.</summary>
    /// <value>0.5.</value>
    public double FailureRatio { get; set; } = HealtheIntentDefaults.FailureRatio;

    /// <summary>The span of time whose attempts the breaker counts.</summary>
    /// <value>00:00:30.</value>
    public TimeSpan SamplingDuration { get; set; } = HealtheIntentDefaults.SamplingDuration;

    /// <summary>How long an open breaker sends nothing.</summary>
    /// <value>00:00:10.</value>
    public TimeSpan BreakDuration { get; set; } = HealtheIntentDefaults.BreakDuration;

    /// <summary>How many calls may be under way at once.</summary>
    /// <value>20.</value>
    public int MaxConcurrentCalls { get; set; } = HealtheIntentDefaults.MaxConcurrentCalls;

    /// <summary>How many calls to one API may wait for their turn; one more is refused at once.</summary>
    /// <value>200.</value>
    public int MaxQueuedCalls { get; set; } = HealtheIntentDefaults.MaxQueuedCalls;

    /// <summary>How the rate is found that the platform allows.</summary>
    public ThrottleOptions Throttle { get; } = new();
}
