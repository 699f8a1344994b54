using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>The two signature methods of the platform (contract 2.3).</summary>
internal static class Signature
{
    public const string Plaintext = "PLAINTEXT";
    public const string HmacSha1 = "HMAC-SHA1";

    public static string NameOf(OAuthSignatureMethod method) =>
        method is OAuthSignatureMethod.HmacSha1 ? HmacSha1 : Plaintext;

    /// <summary>The signature, not yet encoded as a parameter's value.</summary>
    [SuppressMessage(
        "Security",
        "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "The platform accepts no other keyed hash (contract 2.3); the key, not the hash's strength against collisions, protects the request."
    )]
    public static string Of(
        OAuthSignatureMethod method,
        HttpMethod verb,
        Uri address,
        IEnumerable<OAuthParameter> parameters,
        string clientSecret,
        string tokenSecret
    )
    {
        var key = $"{PercentEncoding.Encode(clientSecret)}&{PercentEncoding.Encode(tokenSecret)}";
        return method is OAuthSignatureMethod.HmacSha1
            ? Convert.ToBase64String(
                HMACSHA1.HashData(
                    Encoding.ASCII.GetBytes(key),
                    Encoding.ASCII.GetBytes(SignatureBase.Of(verb, address, parameters))
                )
            )
            : key;
    }

    /// <summary>What makes one signed request differ from the next.</summary>
    public static string CreateNonce() =>
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
