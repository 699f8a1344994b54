using System.Runtime.ExceptionServices;

namespace HeiChartViewer.Flux;

/// <summary>
/// One queue with one drain: the thread that finds it idle works it off, others only add to it. Nothing is called
/// while the lock is held.
/// </summary>
/// <param name="pending">Told of each action.</param>
/// <param name="unattended">Called once if an action comes before anything listens: it may call up the store.</param>
internal sealed class Dispatcher(PendingWork pending, Action? unattended = null) : IDispatcher
{
    private readonly Lock _gate = new();
    private readonly Queue<(object Action, CancellationToken Run)> _queue = [];
    private EventHandler<ActionDispatchedEventArgs>? _actionDispatched;
    private Action? _unattended = unattended;
    private bool _draining;
    private bool _closed;

    public event EventHandler<ActionDispatchedEventArgs>? ActionDispatched
    {
        add
        {
            lock (_gate)
                _actionDispatched += value;
            DrainUnlessBusy();
        }
        remove
        {
            lock (_gate)
                _actionDispatched -= value;
        }
    }

    /// <summary>The queue is empty after at least one action.</summary>
    public event Action? Drained;

    public void Dispatch(object action) => Dispatch(action, CancellationToken.None);

    /// <summary>Queues an action that is dropped if, when its turn comes, the run that dispatched it was cancelled.</summary>
    public void Dispatch(object action, CancellationToken run)
    {
        ArgumentNullException.ThrowIfNull(action);
        Action? callUp = null;
        lock (_gate)
        {
            if (_closed)
                return;
            pending.Begin();
            _queue.Enqueue((action, run));
            if (_actionDispatched is null)
                (callUp, _unattended) = (_unattended, null);
        }
        callUp?.Invoke();
        DrainUnlessBusy();
    }

    /// <summary>The store is being built and will listen: <paramref name="first"/> goes before whatever waits.</summary>
    public void Attend(object first)
    {
        lock (_gate)
        {
            _unattended = null;
            pending.Begin();
            var waiting = _queue.ToArray();
            _queue.Clear();
            _queue.Enqueue((first, CancellationToken.None));
            foreach (var item in waiting)
                _queue.Enqueue(item);
        }
    }

    /// <summary>Drops what waits and whatever still comes: the circuit is gone.</summary>
    public void Close()
    {
        int dropped;
        lock (_gate)
        {
            _closed = true;
            dropped = _queue.Count;
            _queue.Clear();
        }
        if (dropped > 0)
            pending.End(dropped);
    }

    private void DrainUnlessBusy()
    {
        lock (_gate)
        {
            if (_draining || _actionDispatched is null || _queue.Count == 0)
                return;
            _draining = true;
        }
        Drain();
    }

    private void Drain()
    {
        ExceptionDispatchInfo? failure = null;
        while (true)
        {
            var worked = 0;
            while (TryTake(out var action, out var handlers))
            {
                worked++;
                try
                {
                    if (action is not null)
                        handlers(this, new ActionDispatchedEventArgs(action));
                }
                catch (Exception error)
                {
                    // A failing listener must not stop the queue; its caller hears of it below.
                    failure ??= ExceptionDispatchInfo.Capture(error);
                }
            }
            Drained?.Invoke();
            pending.End(worked);
            lock (_gate)
            {
                if (_queue.Count > 0 && _actionDispatched is not null)
                    continue;
                _draining = false;
                break;
            }
        }
        failure?.Throw();
    }

    private bool TryTake(out object? action, out EventHandler<ActionDispatchedEventArgs> handlers)
    {
        lock (_gate)
        {
            handlers = _actionDispatched!;
            action = null;
            if (handlers is null || !_queue.TryDequeue(out var next))
                return false;
            action = next.Run.IsCancellationRequested ? null : next.Action;
            return true;
        }
    }
}
