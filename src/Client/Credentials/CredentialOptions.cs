namespace HealtheIntent.Client;

/// <summary>
/// Where the bearer token of the system account comes from (contract 2.2): exactly one of the three. Each is read again
/// while the client runs, so that a new token needs no restart.
/// </summary>
public sealed class CredentialOptions
{
    /// <summary>The token itself. Keep it in a secret store, never in a file of settings.</summary>
    public string? BearerToken { get; set; }

    /// <summary>The path of a file that holds the token and nothing else.</summary>
    public string? BearerTokenFile { get; set; }

    /// <summary>The name of an environment variable that holds the token.</summary>
    public string? BearerTokenVariable { get; set; }

    /// <summary>The name of the type; a token never reaches a log by accident.</summary>
    public override string ToString() => nameof(CredentialOptions);
}
