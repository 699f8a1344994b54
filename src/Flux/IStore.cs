namespace HeiChartViewer.Flux;

/// <summary>The state of one circuit.</summary>
public interface IStore
{
    /// <summary>
    /// Raised when something fails in the course of an action. The store goes on with the next; what no handler has
    /// dealt with is logged by its type and place, without its message, which may hold what must not be logged.
    /// </summary>
    event EventHandler<UnhandledExceptionEventArgs>? UnhandledException;

    /// <summary>Raised when the queue is empty, once for all actions that were worked off together.</summary>
    event EventHandler? BatchCompleted;

    /// <summary>The features by name, in any case.</summary>
    IReadOnlyDictionary<string, IFeature> Features { get; }

    /// <summary>Completes when every middleware is ready and actions are worked off.</summary>
    Task Initialized { get; }

    /// <summary>How many listeners and action callbacks are attached: zero again when the last component has gone.</summary>
    int SubscriberCount { get; }

    /// <summary>For tests: completes when every action has been reduced and every effect has ended.</summary>
    Task WhenIdle();
}
