using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>The two signature methods of the platform (contract 2.3, RFC 5849, 3.4).</summary>
internal static class OAuthSignature
{
    public const string Plaintext = "PLAINTEXT";
    public const string HmacSha1 = "HMAC-SHA1";

    /// <summary>Whether a request was signed with one of the given secrets and the token's.</summary>
    /// <param name="http">The request, of which HMAC-SHA1 signs method, address and parameters.</param>
    /// <param name="parameters">The parameters of the request, with the signature.</param>
    /// <param name="clientSecrets">What may be the left half of the key.</param>
    /// <param name="tokenSecret">The right half; empty where there is no token yet.</param>
    public static bool IsValid(
        HttpContext http,
        OAuthParameters parameters,
        IEnumerable<string> clientSecrets,
        string tokenSecret
    )
    {
        var given = Encoding.UTF8.GetBytes(parameters["oauth_signature"] ?? "");
        var text =
            parameters["oauth_signature_method"] == HmacSha1 ? BaseString(http, parameters) : null;
        var isValid = false;
        foreach (var clientSecret in clientSecrets)
        {
            var key = $"{Encode(clientSecret)}&{Encode(tokenSecret)}";
            isValid |= CryptographicOperations.FixedTimeEquals(
                given,
                Encoding.UTF8.GetBytes(text is null ? key : Hmac(key, text))
            );
        }
        return isValid;
    }

    [SuppressMessage(
        "Security",
        "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "The platform's protocol names HMAC-SHA1 and no stronger method."
    )]
    private static string Hmac(string key, string text) =>
        Convert.ToBase64String(
            HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text))
        );

    private static string BaseString(HttpContext http, OAuthParameters parameters)
    {
        var normalized = string.Join(
            '&',
            parameters
                .All.Where(parameter => parameter.Key != "oauth_signature")
                .Select(parameter => (Name: Encode(parameter.Key), Value: Encode(parameter.Value)))
                .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
                .ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
                .Select(parameter => $"{parameter.Name}={parameter.Value}")
        );
        return $"{http.Request.Method.ToUpperInvariant()}&{Encode(Address(http))}&{Encode(normalized)}";
    }

    // The path as it was sent: decoded and encoded again it need not be the one that was signed.
    private static string Address(HttpContext http)
    {
        var request = http.Request;
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var path = target.StartsWith('/')
            ? target.Split('?', 2)[0]
            : request.PathBase.ToUriComponent() + request.Path.ToUriComponent();
        var isDefaultPort =
            request.Host.Port is not { } port || port == (request.IsHttps ? 443 : 80);
        var host = isDefaultPort ? request.Host.Host : request.Host.Value;
        return $"{request.Scheme.ToLowerInvariant()}://{host?.ToLowerInvariant()}{path}";
    }

    private static string Encode(string text) => Uri.EscapeDataString(text);
}
