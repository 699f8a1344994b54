using System.Globalization;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>A token as issued (contract 2.3). The token itself is opaque.</summary>
internal sealed record OAuthToken
{
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(1);

    public required TokenTerms Terms { get; init; }

    public required string AccessorSecret { get; init; }

    public required string Value { get; init; }

    public required string Secret { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What the token can be renewed with; null when a new one has to be asked for.</summary>
    public OAuthSession? Session { get; init; }

    /// <summary>Reads the service's answer, whatever its content type is.</summary>
    /// <returns>The token; null when the answer holds none.</returns>
    public static OAuthToken? Read(
        string form,
        TokenTerms terms,
        string accessorSecret,
        DateTimeOffset now
    )
    {
        var fields = OAuthParameter.FieldsOfForm(form.Trim());
        if (
            fields.GetValueOrDefault("oauth_token") is not { Length: > 0 } token
            || fields.GetValueOrDefault("oauth_token_secret") is not { Length: > 0 } secret
        )
            return null;
        return new OAuthToken
        {
            Terms = terms,
            AccessorSecret = accessorSecret,
            Value = token,
            Secret = secret,
            IssuedAt = now,
            ExpiresAt = now + (Lifetime(fields, "oauth_expires_in") ?? UsualLifetime),
            Session = fields.GetValueOrDefault("oauth_session_handle") is { Length: > 0 } handle
                ? new OAuthSession(handle, now + Lifetime(fields, "oauth_authorization_expires_in"))
                : null,
        };
    }

    public override string ToString() => nameof(OAuthToken);

    private static TimeSpan? Lifetime(Dictionary<string, string> fields, string name) =>
        int.TryParse(
            fields.GetValueOrDefault(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
        && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
