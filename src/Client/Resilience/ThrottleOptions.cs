namespace HealtheIntent.Client;

/// <summary>
/// How the client finds the rate at which the platform lets it call, which the platform does not publish (contract 8.5):
/// for each API, and for several together that are throttled at once. Nothing is paced until the first 429.
/// </summary>
public sealed class ThrottleOptions
{
    /// <summary>The calls a second to go on with after a first 429, when the answers before it suggest no more.</summary>
    /// <value>3.</value>
    public double InitialRate { get; set; } = HealtheIntentDefaults.InitialRate;

    /// <summary>The calls a second that are always tried, however often the answer is 429.</summary>
    /// <value>1.</value>
    public double MinRate { get; set; } = HealtheIntentDefaults.MinRate;

    /// <summary>What is left of the rate after a 429 that says no more than that the rate was too high.</summary>
    /// <value>0.7.</value>
    public double Decrease { get; set; } = HealtheIntentDefaults.Decrease;

    /// <summary>About how many answers to take at a rate that proved right before trying a little more.</summary>
    /// <value>400.</value>
    public int ProbeInterval { get; set; } = HealtheIntentDefaults.ProbeInterval;

    /// <summary>How long turns that nobody took may be saved up.</summary>
    /// <value>00:00:00.0200000.</value>
    public TimeSpan BurstTime { get; set; } = HealtheIntentDefaults.BurstTime;

    /// <summary>How long after the last 429 the rate is forgotten and nothing is paced.</summary>
    /// <value>00:10:00.</value>
    public TimeSpan Memory { get; set; } = HealtheIntentDefaults.ThrottleMemory;

    /// <summary>The longest time to send nothing because a <c>Retry-After</c> asks for it; then one call goes, to see.</summary>
    /// <value>00:01:00.</value>
    public TimeSpan PauseLimit { get; set; } = HealtheIntentDefaults.PauseLimit;

    /// <summary>The share of turns that goes to background calls while interactive ones wait as well.</summary>
    /// <value>0.1.</value>
    public double BackgroundShare { get; set; } = HealtheIntentDefaults.BackgroundShare;
}
