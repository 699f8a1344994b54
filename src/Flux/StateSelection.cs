namespace HeiChartViewer.Flux;

/// <inheritdoc cref="IStateSelection{TState,TValue}" />
/// <remarks>
/// Not disposable: a transient that is would be kept by the circuit's scope until the circuit ends. Whoever removes
/// its listeners has let go of it.
/// </remarks>
public sealed class StateSelection<TState, TValue>(IState<TState> state)
    : IStateSelection<TState, TValue>
    where TState : class
{
    private readonly Lock _gate = new();
    private Func<TState, TValue>? _selector;
    private Func<TValue, TValue, bool> _valueEquals = EqualityComparer<TValue>.Default.Equals;
    private EventHandler<TValue>? _selectedValueChanged;
    private EventHandler? _stateChanged;
    private Selected? _latest;
    private Selected? _baseline;

    /// <inheritdoc />
    public event EventHandler<TValue>? SelectedValueChanged
    {
        add => Attach(() => _selectedValueChanged += value);
        remove => Detach(() => _selectedValueChanged -= value);
    }

    /// <inheritdoc />
    public event EventHandler? StateChanged
    {
        add => Attach(() => _stateChanged += value);
        remove => Detach(() => _stateChanged -= value);
    }

    /// <inheritdoc />
    public TValue Value => Present().Value;

    private bool HasListeners => _selectedValueChanged is not null || _stateChanged is not null;

    /// <inheritdoc />
    public void Select(
        Func<TState, TValue> selector,
        Func<TValue, TValue, bool>? valueEquals = null
    )
    {
        ArgumentNullException.ThrowIfNull(selector);
        if (_selector is not null)
            throw new InvalidOperationException(
                "Select was called before; a selection has one selector."
            );
        _valueEquals = valueEquals ?? _valueEquals;
        _selector = selector;
    }

    private Selected Present()
    {
        var selector =
            _selector
            ?? throw new InvalidOperationException("Call Select before using the selection.");
        var current = state.Value;
        if (_latest is { } latest && ReferenceEquals(latest.State, current))
            return latest;
        return _latest = new Selected(current, selector(current));
    }

    private void Attach(Action add)
    {
        // Also refuses listeners before Select, while nothing is attached yet.
        Present();
        lock (_gate)
        {
            if (!HasListeners)
                state.StateChanged += OnStateChanged;
            add();
        }
        // A baseline from before nobody listened would hide a return to it. A change that came in between has
        // already set a newer one.
        Interlocked.CompareExchange(ref _baseline, Present(), null);
    }

    private void Detach(Action remove)
    {
        lock (_gate)
        {
            if (!HasListeners)
                return;
            remove();
            if (HasListeners)
                return;
            state.StateChanged -= OnStateChanged;
            _baseline = null;
        }
    }

    private void OnStateChanged(object? sender, EventArgs e)
    {
        var present = Present();
        var before = Interlocked.Exchange(ref _baseline, present);
        if (before is not null && _valueEquals(before.Value, present.Value))
            return;
        _selectedValueChanged?.Invoke(this, present.Value);
        _stateChanged?.Invoke(this, EventArgs.Empty);
    }

    private sealed record Selected(TState State, TValue Value);
}
