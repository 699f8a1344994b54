namespace HeiChartViewer.Flux;

/// <summary>A part of a state, compared by value. It listens to the state only while something listens to it.</summary>
/// <typeparam name="TState">The whole state.</typeparam>
/// <typeparam name="TValue">The part.</typeparam>
public interface IStateSelection<TState, TValue> : IState<TValue>
{
    /// <summary>Raised with the new value when it differs from the one before.</summary>
    event EventHandler<TValue>? SelectedValueChanged;

    /// <summary>Says which part; exactly once.</summary>
    /// <param name="selector">A pure function of the state.</param>
    /// <param name="valueEquals">When two values are the same; by default when they are equal.</param>
    void Select(Func<TState, TValue> selector, Func<TValue, TValue, bool>? valueEquals = null);
}
