using System.Collections.Immutable;

namespace HeiChartViewer.Flux;

/// <inheritdoc />
internal sealed class ActionSubscriber : IActionSubscriber
{
    private ImmutableList<Subscription> _subscriptions = [];

    public int SubscriberCount => _subscriptions.Count;

    public void SubscribeToAction<TAction>(object subscriber, Action<TAction> callback)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(callback);
        var subscription = new Subscription(
            subscriber,
            action =>
            {
                if (action is TAction matching)
                    callback(matching);
            }
        );
        ImmutableInterlocked.Update(ref _subscriptions, list => list.Add(subscription));
    }

    public void UnsubscribeFromAllActions(object subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ImmutableInterlocked.Update(
            ref _subscriptions,
            list => list.RemoveAll(s => ReferenceEquals(s.Subscriber, subscriber))
        );
    }

    public IDisposable GetActionUnsubscriberAsIDisposable(object subscriber) =>
        new Unsubscriber(this, subscriber);

    public void Notify(object action, Action<Exception> onFailure)
    {
        foreach (var subscription in _subscriptions)
            try
            {
                // An earlier callback may have unsubscribed it.
                if (_subscriptions.Contains(subscription))
                    subscription.Callback(action);
            }
            catch (Exception failure)
            {
                onFailure(failure);
            }
    }

    private sealed class Subscription(object subscriber, Action<object> callback)
    {
        public object Subscriber { get; } = subscriber;

        public Action<object> Callback { get; } = callback;
    }

    private sealed class Unsubscriber(ActionSubscriber owner, object subscriber) : IDisposable
    {
        public void Dispose() => owner.UnsubscribeFromAllActions(subscriber);
    }
}
