using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>
/// A body read as it arrives: bounded in bytes, bounded in the time without any, and known to be whole at its end.
/// </summary>
internal sealed class BinaryStream(
    Stream body,
    long? length,
    LimitOptions limits,
    TimeProvider time,
    FailedCall call
) : Stream
{
    private readonly CancellationTokenSource _stalled = new(Timeout.InfiniteTimeSpan, time);
    private long _received;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        var read = await ReadBodyAsync(buffer, cancellationToken).ConfigureAwait(false);
        _received += read;
        if (_received > limits.MaxBinaryBytes)
            throw new ContractViolationException(call, "the binary has more bytes than the limit.");
        if (read == 0 && !buffer.IsEmpty && _received < length)
            throw new UnavailableException(call, UnavailableReason.Truncated);
        return read;
    }

    public override Task<int> ReadAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // A read that blocks could not be ended when the bytes stop coming.
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Read the binary asynchronously.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            _stalled.Dispose();
        }
        base.Dispose(disposing);
    }

    private async Task<int> ReadBodyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            _stalled.Token
        );
        _stalled.CancelAfter(limits.BinaryStallTimeout);
        try
        {
            return await body.ReadAsync(buffer, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            throw new UnavailableException(call, UnavailableReason.TimedOut, exception);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            throw new UnavailableException(call, UnavailableReason.Truncated, exception);
        }
        finally
        {
            // The caller may take its time with what was read.
            _stalled.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }
}
