namespace HealtheIntent.Client.Resilience;

/// <summary>What a request brings to the queue: who waits for it, and since when.</summary>
internal sealed record CallTerms(CallPriority Priority, long Started)
{
    private static readonly HttpRequestOptionsKey<CallTerms> Key = new("HealtheIntent.Terms");

    public static CallTerms Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var terms)
            ? terms
            : throw new InvalidOperationException("The request was not made by this client.");

    public void Attach(HttpRequestMessage request) => request.Options.Set(Key, this);
}
