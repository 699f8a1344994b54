using System.Collections.Immutable;

namespace HeiChartViewer.Flux;

/// <summary>Starts effects and ends them: when a newer run takes over, or when the store goes.</summary>
internal sealed class EffectRunner(
    Dispatcher dispatcher,
    PendingWork pending,
    Action<Exception, object> onFailure
)
{
    private ImmutableList<Run> _runs = [];
    private volatile bool _closed;

    /// <summary>Runs the effect to its first await; called for one action at a time.</summary>
    public void Start(EffectMethod effect, object? target, object action)
    {
        var run = new Run(effect, (action as IKeyedAction)?.Key, new CancellationTokenSource());
        if (effect.Mode != EffectMode.Concurrent)
        {
            var earlier = _runs.Where(run.IsOfTheSame).ToList();
            if (effect.Mode == EffectMode.IgnoreWhileBusy && earlier.Count > 0)
                return;
            earlier.ForEach(one => Cancel(one, action));
        }
        ImmutableInterlocked.Update(ref _runs, runs => runs.Add(run));
        if (_closed)
            Cancel(run, action);
        pending.Begin();
        _ = RunAsync(run, effect, target, action);
    }

    /// <summary>Cancels every run; none starts uncancelled after this.</summary>
    public void Close()
    {
        _closed = true;
        foreach (var run in _runs)
            Cancel(run, run.Effect);
    }

    private async Task RunAsync(Run run, EffectMethod effect, object? target, object action)
    {
        try
        {
            await effect
                .Invoke(target, action, new RunDispatcher(dispatcher, run.Token), run.Token)
                .ConfigureAwait(false);
        }
        catch (Exception) when (run.Token.IsCancellationRequested)
        {
            // Whatever a cancelled run says on its way out, nobody waits for its answer.
        }
        catch (Exception failure)
        {
            onFailure(failure, action);
        }
        finally
        {
            ImmutableInterlocked.Update(ref _runs, runs => runs.Remove(run));
            pending.End();
        }
    }

    private void Cancel(Run run, object action)
    {
        try
        {
            run.Cancel();
        }
        catch (AggregateException failure)
        {
            onFailure(failure, action);
        }
    }

    /// <summary>
    /// One run. Its source is never disposed: without a timer or a wait handle it holds nothing, and a newer run may
    /// cancel it just while it ends.
    /// </summary>
    private sealed class Run(EffectMethod effect, object? key, CancellationTokenSource cancellation)
    {
        public EffectMethod Effect { get; } = effect;

        public CancellationToken Token => cancellation.Token;

        private object? Key { get; } = key;

        public bool IsOfTheSame(Run other) => other.Effect == Effect && Equals(other.Key, Key);

        public void Cancel() => cancellation.Cancel();
    }

    /// <summary>What an effect gets: what it dispatches after its run was cancelled never reaches a reducer.</summary>
    private sealed class RunDispatcher(Dispatcher inner, CancellationToken run) : IDispatcher
    {
        public event EventHandler<ActionDispatchedEventArgs>? ActionDispatched
        {
            add => inner.ActionDispatched += value;
            remove => inner.ActionDispatched -= value;
        }

        public void Dispatch(object action) => inner.Dispatch(action, run);
    }
}
