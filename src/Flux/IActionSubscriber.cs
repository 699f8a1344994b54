namespace HeiChartViewer.Flux;

/// <summary>Tells of actions after they have been reduced.</summary>
public interface IActionSubscriber
{
    /// <summary>Calls back for each action of the type or a descendant, on the thread that works off the queue.</summary>
    void SubscribeToAction<TAction>(object subscriber, Action<TAction> callback);

    /// <summary>No callback of this subscriber starts after this.</summary>
    void UnsubscribeFromAllActions(object subscriber);

    /// <summary>The same, when disposed.</summary>
    IDisposable GetActionUnsubscriberAsIDisposable(object subscriber);
}
