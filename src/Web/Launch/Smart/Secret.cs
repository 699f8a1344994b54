using System.Buffers.Text;
using System.Security.Cryptography;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Makes values that nobody can guess.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <summary>How long one is.</summary>
    public const int Length = 43;

    /// <summary>A new value of 256 random bits, safe in an address and in a cookie.</summary>
    public static string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
