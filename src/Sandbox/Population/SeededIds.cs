using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>Record ids in the three shapes the platform uses (contract 1.5), named after what they stand for.</summary>
internal sealed class SeededIds(int seed, string person)
{
    public string Uuid(string kind, string name)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(kind, name, bytes);
        bytes = bytes[..16];
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x30);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    public string Hex64(string kind, string name)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(kind, name, bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>19 digits and 64 hexadecimal ones.</summary>
    public string Long83(string kind, string name)
    {
        var hex = Hex64(kind, name);
        var digits = ulong.Parse(
            hex.AsSpan(0, 15),
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{9223350000000000000UL + digits % 10_000_000_000_000UL}{hex}"
        );
    }

    private void Hash(string kind, string name, Span<byte> target) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{person}/{kind}/{name}"), target);
}
