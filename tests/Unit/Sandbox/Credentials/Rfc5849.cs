using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HeiChartViewer.Tests.Unit.Sandbox.Credentials;

/// <summary>The signing rules of RFC 5849, written down from its text alone.</summary>
internal static class Rfc5849
{
    /// <summary>3.6: everything but letters, digits and four marks, as the upper-case octets of UTF-8.</summary>
    public static string Encode(string text) =>
        string.Concat(
            Encoding
                .UTF8.GetBytes(text)
                .Select(octet =>
                    char.IsAsciiLetterOrDigit((char)octet) || "-._~".Contains((char)octet)
                        ? ((char)octet).ToString()
                        : "%" + octet.ToString("X2", CultureInfo.InvariantCulture)
                )
        );

    /// <summary>3.4.4</summary>
    public static string Plaintext(string clientSecret, string tokenSecret) =>
        $"{Encode(clientSecret)}&{Encode(tokenSecret)}";

    /// <summary>3.4.2 over 3.4.1.</summary>
    public static string HmacSha1(
        string method,
        string address,
        IEnumerable<(string Name, string Value)> parameters,
        string clientSecret,
        string tokenSecret
    )
    {
        var pairs = parameters
            .Select(pair => (Name: Encode(pair.Name), Value: Encode(pair.Value)))
            .ToList();
        pairs.Sort(
            (one, other) =>
                string.CompareOrdinal(one.Name, other.Name) is var order and not 0
                    ? order
                    : string.CompareOrdinal(one.Value, other.Value)
        );
        var text =
            $"{method}&{Encode(address)}&{Encode(string.Join('&', pairs.Select(pair => $"{pair.Name}={pair.Value}")))}";
#pragma warning disable CA5350 // the protocol's own method
        return Convert.ToBase64String(
            HMACSHA1.HashData(
                Encoding.ASCII.GetBytes(Plaintext(clientSecret, tokenSecret)),
                Encoding.ASCII.GetBytes(text)
            )
        );
#pragma warning restore CA5350
    }
}
