namespace HeiChartViewer.Sandbox.Smart;

/// <summary>What a user let an app do. Everything issued for it ends with it.</summary>
internal sealed class AuthorizationGrant(
    SmartClientOptions client,
    string redirectUri,
    string codeChallenge,
    string? nonce,
    Scopes scopes,
    SmartContext context
)
{
    private readonly int _stretch = context.Session.Stretch;
    private volatile bool _isRevoked;

    public SmartClientOptions Client => client;

    public string RedirectUri => redirectUri;

    public string CodeChallenge => codeChallenge;

    public string? Nonce => nonce;

    public Scopes Scopes => scopes;

    public SmartContext Context => context;

    /// <summary>Online access ends with the user's session, offline access does not.</summary>
    public bool IsAlive =>
        !_isRevoked && (scopes.Has(Scopes.OfflineAccess) || !context.Session.HasEnded);

    /// <summary>Whether it may be refreshed: online access ends for good with the user's presence (active_ttl).</summary>
    public bool IsRefreshable(DateTimeOffset now) =>
        IsAlive && (!scopes.Has(Scopes.OnlineAccess) || context.Session.IsPresent(_stretch, now));

    public void Revoke() => _isRevoked = true;
}
