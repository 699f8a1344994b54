namespace HeiChartViewer.Flux;

/// <summary>The present state of a feature, to read.</summary>
/// <typeparam name="TState">An immutable type.</typeparam>
public interface IState<out TState> : IStateChangedNotifier
{
    /// <summary>The present state.</summary>
    TState Value { get; }
}
