namespace HeiChartViewer.Flux;

/// <summary>Counts queued actions and running effects, so that a test can wait for the last of them.</summary>
internal sealed class PendingWork
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _idle;
    private int _count;

    public void Begin()
    {
        lock (_gate)
            _count++;
    }

    public void End(int count = 1)
    {
        TaskCompletionSource? idle = null;
        lock (_gate)
            if ((_count -= count) == 0)
                (idle, _idle) = (_idle, null);
        idle?.SetResult();
    }

    public Task WhenIdle()
    {
        lock (_gate)
            return _count == 0
                ? Task.CompletedTask
                : (
                    _idle ??= new TaskCompletionSource(
                        TaskCreationOptions.RunContinuationsAsynchronously
                    )
                ).Task;
    }
}
