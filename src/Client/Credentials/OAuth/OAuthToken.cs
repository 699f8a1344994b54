using System.Globalization;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>A token as issued (contract 2.3). The token itself is opaque.</summary>
internal sealed record OAuthToken
{
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(1);

    public required string ConsumerKey { get; init; }

    public required string AccessorSecret { get; init; }

    public required string Value { get; init; }

    public required string Secret { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Reads the service's answer, whatever its content type is.</summary>
    /// <returns>The token; null when the answer holds none.</returns>
    public static OAuthToken? Read(
        string form,
        string consumerKey,
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
            ConsumerKey = consumerKey,
            AccessorSecret = accessorSecret,
            Value = token,
            Secret = secret,
            IssuedAt = now,
            ExpiresAt = now + (Lifetime(fields) ?? UsualLifetime),
        };
    }

    public override string ToString() => nameof(OAuthToken);

    private static TimeSpan? Lifetime(Dictionary<string, string> fields) =>
        int.TryParse(
            fields.GetValueOrDefault("oauth_expires_in"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
        && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
