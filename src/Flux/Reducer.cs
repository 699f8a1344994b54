namespace HeiChartViewer.Flux;

/// <summary>The class form of a reducer.</summary>
/// <typeparam name="TState">The state of a feature.</typeparam>
/// <typeparam name="TAction">The action it answers, its descendants included.</typeparam>
public abstract class Reducer<TState, TAction>
{
    /// <summary>The state after the action.</summary>
    [ReducerMethod]
    public abstract TState Reduce(TState state, TAction action);
}
