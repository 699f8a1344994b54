using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Tests.Unit.Web;

namespace HeiChartViewer.Tests.Unit.Sandbox.Credentials;

public sealed class ExpiringStoreTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Beyond_its_capacity_the_oldest_makes_room()
    {
        var store = new ExpiringStore<string>(_clock, capacity: 2);
        foreach (var key in (string[])["a", "b", "c"])
            Assert.True(store.TryAdd(key, key, _clock.GetUtcNow().AddMinutes(1)));
        Assert.Equal(2, store.Count);
        Assert.Null(store.Find("a"));
        Assert.Equal("c", store.Find("c"));
    }

    [Fact]
    public void What_has_ended_makes_room_first()
    {
        var store = new ExpiringStore<string>(_clock, capacity: 2);
        store.TryAdd("long", "long", _clock.GetUtcNow().AddHours(1));
        store.TryAdd("short", "short", _clock.GetUtcNow().AddSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));
        store.TryAdd("new", "new", _clock.GetUtcNow().AddHours(1));
        Assert.Equal("long", store.Find("long"));
        Assert.Null(store.Find("short"));
    }

    [Fact]
    public void A_key_is_taken_until_it_ends_and_given_out_once()
    {
        var store = new ExpiringStore<string>(_clock, capacity: 2);
        var ends = _clock.GetUtcNow().AddSeconds(1);
        Assert.True(store.TryAdd("key", "first", ends));
        Assert.False(store.TryAdd("key", "second", ends));
        Assert.Equal("first", store.Take("key"));
        Assert.Null(store.Take("key"));
    }
}
