using System.Buffers.Text;
using System.Security.Cryptography;

namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>Opaque values that nobody guesses: 256 bits.</summary>
internal static class RandomToken
{
    public static string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
