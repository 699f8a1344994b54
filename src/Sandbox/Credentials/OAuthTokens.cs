using System.Globalization;

namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>The access tokens that were issued, and the nonces that were used with them.</summary>
internal sealed class OAuthTokens(TimeProvider clock, OAuthConduct conduct, OAuthKeys keys)
{
    private const int Capacity = 10_000;

    /// <summary>How long an ended token is still known, so that its refusal can say what it is.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(2);

    private volatile ExpiringStore<string> _nonces = new(clock, Capacity);
    private volatile ExpiringStore<OAuthToken> _tokens = new(clock, Capacity);

    public OAuthToken Open(SystemAccount account, string? accessorSecret, string? principal) =>
        Issue(
            new OAuthSession(
                account,
                accessorSecret,
                principal,
                clock.GetUtcNow() + conduct.AuthorizationLife
            ),
            RandomToken.Next()
        );

    /// <summary>The next token of the same authorization, which never outlives it.</summary>
    public OAuthToken Renew(OAuthToken token) => Issue(token.Session, token.Handle);

    public OAuthToken? Find(string token) => _tokens.Find(token);

    /// <summary>Remembers a nonce for as long as its timestamp is taken; false when it came before.</summary>
    public bool TryUseNonce(OAuthParameters parameters) =>
        parameters["oauth_nonce"] is not { } nonce
        || _nonces.TryAdd(
            $"{parameters["oauth_consumer_key"]} {parameters["oauth_token"]} {parameters["oauth_timestamp"]} {nonce}",
            nonce,
            clock.GetUtcNow() + 2 * OAuthForm.Tolerance
        );

    /// <summary>Ends the authorizations of one account, or of all.</summary>
    public void Revoke(SystemAccount? account)
    {
        foreach (var token in _tokens.Values)
            if (account is null || token.Session.Account == account)
                token.Session.Revoke();
    }

    /// <summary>Forgets every token and every nonce.</summary>
    public void Reset() => (_tokens, _nonces) = (new(clock, Capacity), new(clock, Capacity));

    private OAuthToken Issue(OAuthSession session, string handle)
    {
        var now = clock.GetUtcNow();
        var ends = now + conduct.TokenLife;
        if (ends > session.Ends)
            ends = session.Ends;
        var secret = RandomToken.Next();
        var token = new OAuthToken(session, Value(session, ends, secret), secret, handle, ends);
        _tokens.TryAdd(token.Value, token, session.Ends + Memory);
        return token;
    }

    // What a service needs to verify a call without asking: whose it is, the secrets of its signature, and what signs it all.
    private string Value(OAuthSession session, DateTimeOffset ends, string secret)
    {
        var principal = session.Principal is { } name
            ? $"&Consumer.Principal={Uri.EscapeDataString(name)}"
            : "";
        var secrets = keys.Encrypt(
            $"ConsumerSecret={Uri.EscapeDataString(session.AccessorSecret ?? "")}&TokenSecret={Uri.EscapeDataString(secret)}"
        );
        var members = string.Create(
            CultureInfo.InvariantCulture,
            $"ConsumerKey={Uri.EscapeDataString(session.Account.ConsumerKey!)}{principal}&ExpiresOn={ends.ToUnixTimeSeconds()}&HMACSecrets={secrets}&KeysVersion={keys.Version}"
        );
        return $"{members}&RSASHA1={keys.Sign(members)}";
    }
}
