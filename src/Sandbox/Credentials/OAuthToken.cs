namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>An access token as it was issued (contract 2.3).</summary>
internal sealed class OAuthToken(
    OAuthSession session,
    string value,
    string secret,
    string handle,
    DateTimeOffset ends
)
{
    private int _renewals;

    public OAuthSession Session { get; } = session;

    public string Value { get; } = value;

    public string Secret { get; } = secret;

    public string Handle { get; } = handle;

    public DateTimeOffset Ends { get; } = ends;

    /// <summary>Of many callers that renew this token one may.</summary>
    public bool TryRenew() => Interlocked.Increment(ref _renewals) == 1;
}
