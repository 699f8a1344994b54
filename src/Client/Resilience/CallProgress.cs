namespace HealtheIntent.Client.Resilience;

/// <summary>Who waits for a call, since when it is under way, and how often it was sent.</summary>
internal sealed class CallProgress(CallPriority priority, long started)
{
    private static readonly HttpRequestOptionsKey<CallProgress> Key = new("HealtheIntent.Progress");
    private int _attempts;

    public CallPriority Priority { get; } = priority;
    public long Started { get; } = started;

    public static CallProgress Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var progress)
            ? progress
            : throw new InvalidOperationException("The request was not made by this client.");

    public void Attach(HttpRequestMessage request) => request.Options.Set(Key, this);

    public int NextAttempt() => ++_attempts;
}
