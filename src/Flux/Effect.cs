namespace HeiChartViewer.Flux;

/// <summary>The class form of an effect.</summary>
/// <typeparam name="TAction">The action it answers, its descendants included.</typeparam>
public abstract class Effect<TAction>
{
    /// <summary>
    /// Answers the action. An override may carry its own <see cref="EffectMethodAttribute"/> to choose the mode.
    /// </summary>
    [EffectMethod]
    public abstract Task HandleAsync(
        TAction action,
        IDispatcher dispatcher,
        CancellationToken cancellationToken
    );
}
