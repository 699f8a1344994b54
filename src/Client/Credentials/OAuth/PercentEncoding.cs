using System.Buffers;
using System.Net;
using System.Text;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>
/// Encodes every byte of the UTF-8 text but RFC 3986's unreserved characters, with upper-case digits, as signatures need
/// it (RFC 5849, 3.6).
/// </summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<byte> Unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8
    );

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length;
        foreach (var value in bytes)
            if (!Unreserved.Contains(value))
                length += 2;
        return string.Create(length, bytes, Write);
    }

    /// <summary>The bytes of a form's name or value; a plus is a space.</summary>
    public static byte[] DecodeForm(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length) ?? [];
    }

    private static void Write(Span<char> text, ReadOnlySpan<byte> bytes)
    {
        const string Digits = "0123456789ABCDEF";
        var at = 0;
        foreach (var value in bytes)
            if (Unreserved.Contains(value))
                text[at++] = (char)value;
            else
            {
                text[at++] = '%';
                text[at++] = Digits[value >> 4];
                text[at++] = Digits[value & 15];
            }
    }
}
