namespace HeiChartViewer.Flux;

/// <summary>The one way in: everything that happens is an action given to the dispatcher.</summary>
public interface IDispatcher
{
    /// <summary>Raised for each action, one at a time, outside any lock.</summary>
    event EventHandler<ActionDispatchedEventArgs>? ActionDispatched;

    /// <summary>
    /// Queues an action. The call that finds the queue idle works it off before it returns; any other call, a nested
    /// one too, only queues: when it returns, the action may not have been reduced yet.
    /// </summary>
    void Dispatch(object action);
}
