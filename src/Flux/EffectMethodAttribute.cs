namespace HeiChartViewer.Flux;

/// <summary>
/// Marks a public method <c>(action, IDispatcher[, CancellationToken]) -> Task</c> as an effect; with
/// <see cref="ActionType"/> given, <c>(IDispatcher[, CancellationToken]) -> Task</c>. The token ends with the store,
/// so with the circuit.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EffectMethodAttribute(Type? actionType = null) : Attribute
{
    /// <summary>The action, where the method does not take it.</summary>
    public Type? ActionType { get; } = actionType;

    /// <summary>What a run means for another of the same effect and the same <see cref="IKeyedAction.Key"/>.</summary>
    /// <value><see cref="EffectMode.Concurrent"/>.</value>
    public EffectMode Mode { get; set; }
}
