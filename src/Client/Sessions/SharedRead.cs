using System.Diagnostics.CodeAnalysis;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Sessions;

/// <summary>One request that several wait for. It ends early only when all of them have gone.</summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A cancellation source without a timer holds nothing, and the last to leave is not known to be the last to use it."
)]
internal sealed class SharedRead
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _abandoned = new();
    private readonly TaskCompletionSource<ReceivedAnswer> _answer = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private int _waiting = 1;

    /// <summary>False when the last one who waited has gone: the request is being given up.</summary>
    public bool TryJoin()
    {
        lock (_lock)
        {
            if (_waiting == 0)
                return false;
            _waiting++;
            return true;
        }
    }

    /// <summary>Sends the request; for the one who made this, once.</summary>
    public void Start(Func<CancellationToken, Task<ReceivedAnswer>> send) => _ = RunAsync(send);

    public async Task<ReceivedAnswer> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            bool last;
            lock (_lock)
                last = --_waiting == 0;
            if (last)
                await _abandoned.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task RunAsync(Func<CancellationToken, Task<ReceivedAnswer>> send)
    {
        try
        {
            _answer.SetResult(await send(_abandoned.Token).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            _answer.SetException(exception);
            // Whoever waited has seen it or has gone.
            _ = _answer.Task.Exception;
        }
    }
}
