using HeiChartViewer.Flux;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Flux;

public sealed class ActionSubscriberTests : IDisposable
{
    private readonly ServiceProvider _services = Counting.Provide();
    private readonly List<object> _heard = [];

    public void Dispose() => _services.Dispose();

    [Fact]
    public void It_tells_of_an_action_and_its_descendants_after_the_reduction()
    {
        Subscriber.SubscribeToAction<Add>(this, _ => _heard.Add(_services.Count()));
        _services.Dispatch(new Add(2), new Rename("x"), new AddOne());
        Assert.Equal([2, 3], _heard);
    }

    [Fact]
    public void No_callback_comes_after_unsubscribing_not_even_of_the_present_action()
    {
        var other = new object();
        Subscriber.SubscribeToAction<Add>(this, _ => Subscriber.UnsubscribeFromAllActions(other));
        Subscriber.SubscribeToAction<Add>(other, _heard.Add);
        _services.Dispatch(new Add(1));
        Assert.Empty(_heard);
    }

    [Fact]
    public void The_unsubscriber_takes_away_its_own_subscriber_and_may_be_disposed_twice()
    {
        var other = new object();
        Subscriber.SubscribeToAction<Add>(this, _ => _heard.Add("this"));
        Subscriber.SubscribeToAction<Add>(other, _ => _heard.Add("other"));
        var unsubscriber = Subscriber.GetActionUnsubscriberAsIDisposable(this);
        unsubscriber.Dispose();
        unsubscriber.Dispose();
        _services.Dispatch(new Add(1));
        Assert.Equal(["other"], _heard);
        Assert.Equal(1, _services.Get<IStore>().SubscriberCount);
    }

    private IActionSubscriber Subscriber => _services.Get<IActionSubscriber>();
}
