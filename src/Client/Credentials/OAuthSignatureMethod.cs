namespace HealtheIntent.Client;

/// <summary>The two ways to sign that the platform accepts (contract 2.3).</summary>
public enum OAuthSignatureMethod
{
    /// <summary>The secrets themselves, which only TLS protects.</summary>
    Plaintext,

    /// <summary>A keyed hash of the request, with a timestamp and a nonce (RFC 5849, 3.4.2).</summary>
    HmacSha1,
}
