using System.Buffers;
using System.Net;

namespace HealtheIntent.Client.Transport;

/// <summary>A body read whole into a rented buffer, which goes back when the response is disposed.</summary>
internal sealed class BufferedBody : HttpContent
{
    private const int FirstBytes = 16 * 1024;

    private readonly int _length;
    private byte[]? _rented;

    private BufferedBody(byte[] rented, int length) => (_rented, _length) = (rented, length);

    /// <summary>The bytes; not to be used after the response is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_rented is null, this);
            return _rented.AsMemory(0, _length);
        }
    }

    /// <summary>Reads all of a body.</summary>
    /// <exception cref="OversizedBodyException">It has more bytes than the limit.</exception>
    public static async Task<BufferedBody> ReadAsync(
        HttpContent content,
        int maxBytes,
        CancellationToken cancellationToken
    )
    {
        var announced = content.Headers.ContentLength ?? 0;
        if (announced > maxBytes)
            throw new OversizedBodyException();
        // One byte more than announced: the read that finds the end needs room.
        var rented = ArrayPool<byte>.Shared.Rent((int)Math.Max(announced + 1, FirstBytes));
        try
        {
            // A content that has no stream of its own is copied into one first, and that ignores cancellation.
            var stream = await content
                .ReadAsStreamAsync(cancellationToken)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            await using var _ = stream.ConfigureAwait(false);
            for (var length = 0; ; )
            {
                var read = await stream
                    .ReadAsync(rented.AsMemory(length), cancellationToken)
                    .ConfigureAwait(false);
                if (read == 0)
                    return new BufferedBody(rented, length)
                    {
                        Headers = { ContentType = content.Headers.ContentType },
                    };
                length += read;
                if (length > maxBytes)
                    throw new OversizedBodyException();
                if (length == rented.Length)
                    rented = Grow(rented);
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(rented);
            throw;
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(Bytes).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _rented, null) is { } rented)
            ArrayPool<byte>.Shared.Return(rented);
        base.Dispose(disposing);
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
