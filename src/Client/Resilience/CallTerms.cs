namespace HealtheIntent.Client.Resilience;

/// <summary>What a request brings to the queue: who waits for it, and since when; and how often it was sent.</summary>
internal sealed class CallTerms(CallPriority priority, long started)
{
    private static readonly HttpRequestOptionsKey<CallTerms> Key = new("HealtheIntent.Terms");
    private int _attempts;

    public CallPriority Priority { get; } = priority;
    public long Started { get; } = started;

    public static CallTerms Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var terms)
            ? terms
            : throw new InvalidOperationException("The request was not made by this client.");

    public void Attach(HttpRequestMessage request) => request.Options.Set(Key, this);

    public int NextAttempt() => ++_attempts;
}
