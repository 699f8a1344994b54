using HealtheIntent.Client.Credentials;

namespace HealtheIntent.Client;

/// <summary>
/// The system account's credential (contract 2.1): either a bearer token, or a consumer key and its secret. Each text
/// comes from exactly one of three places, and is read again while the client runs, so that a new one needs no restart.
/// </summary>
public sealed class CredentialOptions
{
    /// <summary>The bearer token itself (contract 2.2). Keep it in a secret store, never in a file of settings.</summary>
    public string? BearerToken { get; set; }

    /// <summary>The path of a file that holds the bearer token and nothing else.</summary>
    public string? BearerTokenFile { get; set; }

    /// <summary>The name of an environment variable that holds the bearer token.</summary>
    public string? BearerTokenVariable { get; set; }

    /// <summary>The consumer key itself (contract 2.3).</summary>
    public string? ConsumerKey { get; set; }

    /// <summary>The path of a file that holds the consumer key and nothing else.</summary>
    public string? ConsumerKeyFile { get; set; }

    /// <summary>The name of an environment variable that holds the consumer key.</summary>
    public string? ConsumerKeyVariable { get; set; }

    /// <summary>The consumer secret itself. Keep it in a secret store, never in a file of settings.</summary>
    public string? ConsumerSecret { get; set; }

    /// <summary>The path of a file that holds the consumer secret and nothing else.</summary>
    public string? ConsumerSecretFile { get; set; }

    /// <summary>The name of an environment variable that holds the consumer secret.</summary>
    public string? ConsumerSecretVariable { get; set; }

    /// <summary>How tokens are asked for with the consumer key. Not used with a bearer token.</summary>
    public OAuthOptions OAuth { get; set; } = new();

    internal SecretPlace Bearer =>
        new(nameof(BearerToken), BearerToken, BearerTokenFile, BearerTokenVariable);

    internal SecretPlace Key =>
        new(nameof(ConsumerKey), ConsumerKey, ConsumerKeyFile, ConsumerKeyVariable);

    internal SecretPlace Secret =>
        new(nameof(ConsumerSecret), ConsumerSecret, ConsumerSecretFile, ConsumerSecretVariable);

    /// <summary>The name of the type; a token never reaches a log by accident.</summary>
    public override string ToString() => nameof(CredentialOptions);
}
