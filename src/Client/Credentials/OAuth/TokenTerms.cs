namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>With what, where and for whom a token is asked for: under other terms it is another token.</summary>
internal sealed record TokenTerms(ConsumerPair Consumer, Uri? TokenAddress, string? Principal)
{
    public override string ToString() => nameof(TokenTerms);
}
