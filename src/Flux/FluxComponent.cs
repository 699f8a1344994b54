using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace HeiChartViewer.Flux;

/// <summary>
/// A component that shows parts of the store. It renders at most once for all actions worked off together, and only
/// when a part it selected has another value.
/// </summary>
public abstract class FluxComponent : ComponentBase, IAsyncDisposable
{
    private readonly List<Action> _detach = [];
    private ImmutableList<Action> _stale = [];

    // Whoever changes the store, in whatever language, the component's own reader is the one who reads it.
    private readonly CultureInfo _readers = CultureInfo.CurrentUICulture;
    private bool _listens;
    private volatile bool _disposed;

    [Inject]
    private IStore Store { get; set; } = null!;

    [Inject]
    private IActionSubscriber Actions { get; set; } = null!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        _detach.ForEach(detach => detach());
        await DisposeAsyncCore(disposing: true).ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Shows a part of a state until the component goes; call once for each part, in OnInitialized.</summary>
    /// <param name="state">The state.</param>
    /// <param name="selector">A pure function of the state; its values are compared by value.</param>
    /// <param name="changed">Called with the value now, and with each later one before the render that shows it.</param>
    /// <returns>The part, to read while rendering.</returns>
    protected IStateSelection<TState, TValue> Select<TState, TValue>(
        IState<TState> state,
        Func<TState, TValue> selector,
        Action<TValue>? changed = null
    )
        where TState : class
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var selection = new StateSelection<TState, TValue>(state);
        selection.Select(selector);
        if (!_listens)
        {
            _listens = true;
            Store.BatchCompleted += OnBatchCompleted;
            _detach.Add(() => Store.BatchCompleted -= OnBatchCompleted);
        }
        selection.SelectedValueChanged += OnChanged;
        _detach.Add(() => selection.SelectedValueChanged -= OnChanged);
        Refresh();
        return selection;

        void OnChanged(object? sender, TValue value) =>
            ImmutableInterlocked.Update(
                ref _stale,
                stale => stale.Contains(Refresh) ? stale : stale.Add(Refresh)
            );

        void Refresh() => changed?.Invoke(selection.Value);
    }

    /// <summary>Calls back, on the renderer's context, for each action of the type, and renders.</summary>
    protected void SubscribeToAction<TAction>(Action<TAction> callback)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Actions.SubscribeToAction<TAction>(
            this,
            action =>
                _ = RenderAfterAsync(() =>
                {
                    callback(action);
                    return true;
                })
        );
        _detach.Add(() => Actions.UnsubscribeFromAllActions(this));
    }

    /// <summary>Frees what a derived component holds; called once.</summary>
    protected virtual ValueTask DisposeAsyncCore(bool disposing) => ValueTask.CompletedTask;

    private void OnBatchCompleted(object? sender, EventArgs e)
    {
        if (!_stale.IsEmpty)
            _ = RenderAfterAsync(RefreshStale);
    }

    /// <summary>False where an earlier render, asked for but not yet begun, has taken this batch along.</summary>
    private bool RefreshStale()
    {
        var stale = Interlocked.Exchange(ref _stale, []);
        stale.ForEach(refresh => refresh());
        return !stale.IsEmpty;
    }

    private async Task RenderAfterAsync(Func<bool> work)
    {
        try
        {
            await InvokeAsync(() =>
                {
                    CultureInfo.CurrentUICulture = _readers;
                    if (!_disposed && work())
                        StateHasChanged();
                })
                .ConfigureAwait(false);
        }
        catch (Exception) when (_disposed)
        {
            // Its circuit is going: there is neither a screen nor an error boundary left to tell.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure).ConfigureAwait(false);
        }
    }
}
