namespace HeiChartViewer.Flux;

/// <summary>
/// Marks a public method <c>(state, action) -> state</c> as a reducer; with <see cref="ActionType"/> given,
/// <c>(state) -> state</c>. It must be pure.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReducerMethodAttribute(Type? actionType = null) : Attribute
{
    /// <summary>The action, where the method does not take it.</summary>
    public Type? ActionType { get; } = actionType;
}
