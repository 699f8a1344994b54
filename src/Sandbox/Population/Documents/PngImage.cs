using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HeiChartViewer.Sandbox.Population.Documents;

/// <summary>A grey picture as a PNG: what stands for a scanned or photographed page.</summary>
internal static class PngImage
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Draws each point as bright as it is said to be.</summary>
    public static byte[] Of(int width, int height, Func<int, int, byte> brightness)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", Compressed(width, height, brightness));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compressed(int width, int height, Func<int, int, byte> brightness)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            for (var y = 0; y < height; y++)
            {
                // Each line begins with how it was filtered: not at all.
                zlib.WriteByte(0);
                for (var x = 0; x < width; x++)
                    zlib.WriteByte(brightness(x, y));
            }
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(named));
        file.Write(number);
    }

    /// <summary>The CRC-32 that each chunk ends with (ISO 3309).</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var next in bytes)
        {
            checksum ^= next;
            for (var bit = 0; bit < 8; bit++)
                checksum = (checksum & 1) == 0 ? checksum >> 1 : 0xEDB88320 ^ (checksum >> 1);
        }
        return ~checksum;
    }
}
