using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>
/// Makes opaque cursors and takes back only its own: a cursor belongs to one account, and to one list of one
/// patient under one filter (contract 8.1).
/// </summary>
internal sealed class CursorSigner(int seed)
{
    private const int OffsetSize = sizeof(int);
    private const int SignatureSize = 12;

    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes($"cursor/{seed}"));

    public string Sign(string list, int offset)
    {
        Span<byte> cursor = stackalloc byte[OffsetSize + SignatureSize];
        BinaryPrimitives.WriteInt32BigEndian(cursor, offset);
        WriteSignature(list, offset, cursor[OffsetSize..]);
        return Base64Url.EncodeToString(cursor);
    }

    public bool TryRead(string list, string? cursor, out int offset)
    {
        if (!TryPeek(cursor, out offset, out var signature))
            return false;
        Span<byte> expected = stackalloc byte[SignatureSize];
        WriteSignature(list, offset, expected);
        return CryptographicOperations.FixedTimeEquals(expected, signature);
    }

    /// <summary>The offset a cursor claims, its signature unchecked: enough to know which page a fault means.</summary>
    public static bool TryPeek(string? cursor, out int offset) =>
        TryPeek(cursor, out offset, out _);

    private static bool TryPeek(string? cursor, out int offset, out byte[] signature)
    {
        offset = 0;
        signature = [];
        Span<byte> bytes = stackalloc byte[OffsetSize + SignatureSize];
        if (
            cursor is null
            || cursor.Length != Base64Url.GetEncodedLength(bytes.Length)
            // The decoder that only tries still throws at what is not of its alphabet.
            || Base64Url.DecodeFromChars(cursor, bytes, out _, out var written)
                != OperationStatus.Done
            || written != bytes.Length
        )
            return false;
        offset = BinaryPrimitives.ReadInt32BigEndian(bytes);
        signature = bytes[OffsetSize..].ToArray();
        return offset > 0;
    }

    private void WriteSignature(string list, int offset, Span<byte> target)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{list}|{offset}"), hash);
        hash[..SignatureSize].CopyTo(target);
    }
}
