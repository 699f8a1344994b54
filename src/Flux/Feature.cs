namespace HeiChartViewer.Flux;

/// <summary>One slice of the store: a name, an initial state, and the reducers registered for its type of state.</summary>
/// <typeparam name="TState">An immutable type; a change is a new reference.</typeparam>
public abstract class Feature<TState> : IFeature, IState<TState>
    where TState : class
{
    private readonly List<(Type ActionType, Func<object, object, object> Reduce)> _reducers = [];
    private readonly Lazy<TState> _initial;
    private volatile TState? _state;

    /// <summary>Takes no state yet: the initial one is made when it is first asked for.</summary>
    protected Feature() => _initial = new Lazy<TState>(GetInitialState);

    /// <inheritdoc />
    public event EventHandler? StateChanged;

    /// <summary>The present state.</summary>
    public TState State => _state ?? _initial.Value;

    TState IState<TState>.Value => State;

    int IFeature.SubscriberCount => StateChanged?.GetInvocationList().Length ?? 0;

    /// <inheritdoc />
    public abstract string GetName();

    /// <summary>The state before any action.</summary>
    protected abstract TState GetInitialState();

    /// <inheritdoc />
    public Type GetStateType() => typeof(TState);

    /// <inheritdoc />
    public object GetState() => State;

    void IFeature.AddReducer(Type actionType, Func<object, object, object> reduce) =>
        _reducers.Add((actionType, reduce));

    /// <summary>Folds the action through every reducer that takes it, and assigns once.</summary>
    bool IFeature.Reduce(object action)
    {
        var before = State;
        object after = before;
        foreach (var (actionType, reduce) in _reducers)
            if (actionType.IsInstanceOfType(action))
                after = reduce(after, action);
        if (ReferenceEquals(before, after))
            return false;
        _state =
            (TState?)after
            ?? throw new InvalidOperationException($"A reducer of {GetName()} returned null.");
        return true;
    }

    void IFeature.RaiseStateChanged(Action<Exception> onFailure) =>
        StateChanged.RaiseEach(this, onFailure);
}
