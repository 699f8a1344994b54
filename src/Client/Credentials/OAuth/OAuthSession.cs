namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>What a token can be renewed with: the handle of the authorization it was issued under.</summary>
/// <param name="Handle">The handle, opaque.</param>
/// <param name="EndsAt">When the authorization ends; null when the service did not say.</param>
[AssumedContract(
    "The token's answer holds a session handle and the lifetime of the authorization, and nothing published says what for (contract 2.3). That a token is renewed by asking for one with the handle and the old token, signed with both secrets, is inferred from the session extension of OAuth 1.0a. A service that does not know it refuses, and is then asked for a new token."
)]
internal sealed record OAuthSession(string Handle, DateTimeOffset? EndsAt)
{
    public static IEnumerable<OAuthParameter> Renewing(OAuthToken token) =>
        token.Session is { } session
            ?
            [
                OAuthParameter.Of("oauth_token", token.Value),
                OAuthParameter.Of("oauth_session_handle", session.Handle),
            ]
            : [];

    /// <summary>Whether the authorization lasts at a time.</summary>
    public bool Lasts(DateTimeOffset now) => EndsAt is not { } end || now < end;

    public override string ToString() => nameof(OAuthSession);
}
