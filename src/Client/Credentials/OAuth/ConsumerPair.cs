namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>A consumer key and its secret.</summary>
internal sealed record ConsumerPair(string Key, string Secret)
{
    public override string ToString() => nameof(ConsumerPair);
}
