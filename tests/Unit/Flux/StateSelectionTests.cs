using HeiChartViewer.Flux;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Flux;

public sealed class StateSelectionTests : IDisposable
{
    private readonly ServiceProvider _services = Counting.Provide();
    private readonly List<string> _heard = [];

    public void Dispose() => _services.Dispose();

    [Fact]
    public void It_raises_only_when_the_selected_value_differs()
    {
        var label = Labels();
        label.SelectedValueChanged += Hear;
        _services.Dispatch(
            new Add(1),
            new Rename("a"),
            new Rename("a"),
            new Add(1),
            new Rename("b")
        );
        Assert.Equal(["a", "b"], _heard);
    }

    [Fact]
    public void A_given_equality_decides_what_differs()
    {
        var label = _services.Get<IStateSelection<Count, string>>();
        label.Select(count => count.Label, StringComparer.OrdinalIgnoreCase.Equals);
        label.SelectedValueChanged += Hear;
        _services.Dispatch(new Rename("a"), new Rename("A"), new Rename("b"));
        Assert.Equal(["a", "b"], _heard);
    }

    [Fact]
    public void It_compares_with_what_was_when_someone_began_to_listen()
    {
        var label = Labels();
        label.SelectedValueChanged += Hear;
        label.SelectedValueChanged -= Hear;
        _services.Dispatch(new Rename("meanwhile"));
        label.SelectedValueChanged += Hear;
        // Back to the value of the very first baseline: a change all the same for whoever listens now.
        _services.Dispatch(new Rename(""));
        Assert.Equal([""], _heard);
    }

    [Fact]
    public void It_listens_only_while_something_listens_to_it()
    {
        var store = _services.Get<IStore>();
        var label = Labels();
        Assert.Equal(0, store.SubscriberCount);
        EventHandler changed = (_, _) => _heard.Add("changed");
        label.SelectedValueChanged += Hear;
        label.StateChanged += changed;
        Assert.Equal(1, store.SubscriberCount);
        label.SelectedValueChanged -= Hear;
        label.SelectedValueChanged -= Hear;
        _services.Dispatch(new Rename("a"));
        Assert.Equal(["changed"], _heard);
        label.StateChanged -= changed;
        Assert.Equal(0, store.SubscriberCount);
    }

    [Fact]
    public void It_is_selected_exactly_once()
    {
        var label = Labels();
        Assert.Throws<InvalidOperationException>(() => label.Select(count => count.Label));
    }

    [Fact]
    public void It_is_of_no_use_before_it_is_selected()
    {
        var label = _services.Get<IStateSelection<Count, string>>();
        Assert.Throws<InvalidOperationException>(() => label.Value);
        Assert.Throws<InvalidOperationException>(() => label.SelectedValueChanged += Hear);
        Assert.Equal(0, _services.Get<IStore>().SubscriberCount);
    }

    [Fact]
    public void Its_value_is_the_present_one_whether_or_not_anything_listens()
    {
        var label = Labels();
        _services.Dispatch(new Rename("a"));
        Assert.Equal("a", label.Value);
    }

    private IStateSelection<Count, string> Labels()
    {
        var label = _services.Get<IStateSelection<Count, string>>();
        label.Select(count => count.Label);
        return label;
    }

    private void Hear(object? sender, string value) => _heard.Add(value);
}
