namespace HeiChartViewer.Flux;

/// <summary>One slice of the store; derive from <see cref="Feature{TState}"/>.</summary>
public interface IFeature : IStateChangedNotifier
{
    /// <summary>The name, unique in the store whatever its case.</summary>
    string GetName();

    /// <summary>The type of the state.</summary>
    Type GetStateType();

    /// <summary>The present state.</summary>
    object GetState();

    internal int SubscriberCount { get; }

    internal void AddReducer(Type actionType, Func<object, object, object> reduce);

    internal bool Reduce(object action);

    internal void RaiseStateChanged(Action<Exception> onFailure);
}
