using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>Makes ids out of names: the same seed and name make the same id, in the three shapes that occur (contract 1.5).</summary>
public sealed class Ids(int seed)
{
    /// <summary>A UUID.</summary>
    public string Uuid(string name)
    {
        var hash = Hash(name);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x30);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString("D");
    }

    /// <summary>64 hexadecimal digits.</summary>
    public string Hex(string name) => Convert.ToHexStringLower(Hash(name));

    /// <summary>19 decimal digits and 64 hexadecimal ones.</summary>
    public string Long(string name) =>
        (9223350000000000000L + BitConverter.ToUInt32(Hash(name))).ToString(CultureInfo.InvariantCulture) + Hex(name);

    /// <summary>A number of so many digits, as EHRs number their patients.</summary>
    public string Number(string name, int digits)
    {
        var smallest = (ulong)Math.Pow(10, digits - 1);
        return (smallest + BitConverter.ToUInt64(Hash(name)) % (smallest * 9)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A seed for the randomness of one thing.</summary>
    public int Seed(string name) => BitConverter.ToInt32(Hash(name));

    private byte[] Hash(string name) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{name}")));
}
