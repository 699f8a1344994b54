namespace HealtheIntent.Client;

/// <summary>How tokens are asked for, in the platform's variant of two-legged OAuth 1.0a (contract 2.3).</summary>
public sealed class OAuthOptions
{
    /// <summary>
    /// Where tokens are asked for, such as <see cref="OAuthEnvironment.Production"/>. Needed with a consumer key; https,
    /// or http on the machine itself.
    /// </summary>
    public Uri? TokenAddress { get; set; }

    /// <summary>How token requests and API calls are signed.</summary>
    /// <value><see cref="OAuthSignatureMethod.Plaintext"/>.</value>
    public OAuthSignatureMethod SignatureMethod { get; set; } = OAuthSignatureMethod.Plaintext;

    /// <summary>On whose behalf the system account says it calls; becomes part of the token. It grants nothing.</summary>
    /// <value>Not set: the token names no principal.</value>
    public string? Principal { get; set; }

    /// <summary>The name of the type; a principal never reaches a log by accident.</summary>
    public override string ToString() => nameof(OAuthOptions);
}
