using Bunit;
using HeiChartViewer.Flux;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Flux;

public sealed class FluxComponentTests : BunitContext
{
    public FluxComponentTests() => Services.AddFlux(options => options.AddCounting());

    private IStore Store => Services.GetRequiredService<IStore>();

    [Fact]
    public void It_shows_the_state_from_its_first_render()
    {
        Services.Dispatch(new Rename("before"));
        var counter = Render<Counter>();
        counter.MarkupMatches("<b>before</b><i>True</i><u>0</u>");
        Assert.Equal(1, counter.RenderCount);
    }

    [Fact]
    public void It_renders_once_for_all_actions_worked_off_together()
    {
        var counter = Render<Counter>();
        Services
            .Get<IActionSubscriber>()
            .SubscribeToAction<Rename>(
                this,
                rename =>
                {
                    if (rename.Label == "a")
                        Services.Dispatch(new Rename("b"), new Add(1), new Rename("c"));
                }
            );
        Services.Dispatch(new Rename("a"));
        counter.MarkupMatches("<b>c</b><i>False</i><u>0</u>");
        Assert.Equal(2, counter.RenderCount);
    }

    [Fact]
    public async Task Batches_that_end_before_a_render_begins_share_it()
    {
        var counter = Render<Counter>();
        // The renderer is busy while another thread works off three batches; one of its own, for a task that waits for
        // the pool may be run by the thread that waits for it.
        await counter.InvokeAsync(() =>
        {
            var other = new Thread(() =>
                Services.Dispatch(new Rename("a"), new Rename("b"), new Rename("c"))
            );
            other.Start();
            other.Join();
        });
        // The renderer takes its work in order: when it gets to this, it has done the rest.
        await counter.InvokeAsync(() => { });
        Assert.Equal("c", counter.Find("b").TextContent);
        Assert.Equal(2, counter.RenderCount);
    }

    [Fact]
    public void It_does_not_render_for_a_change_it_has_not_selected()
    {
        var counter = Render<Counter>();
        Services.Dispatch(new Add(2), new Rename(""), new Keep());
        Assert.Equal(1, counter.RenderCount);
        Assert.Equal(1, counter.Instance.EvenRefreshed);
    }

    [Fact]
    public void Only_the_parts_that_changed_are_refreshed()
    {
        var counter = Render<Counter>();
        Services.Dispatch(new Rename("a"), new Add(1), new Rename("b"));
        Assert.Equal(2, counter.Instance.EvenRefreshed);
    }

    [Fact]
    public void It_hears_of_actions_and_renders()
    {
        var counter = Render<Counter>();
        Store.UnhandledException += (_, e) => e.Handled();
        Services.Dispatch(new Break());
        Assert.Equal("1", counter.Find("u").TextContent);
    }

    [Fact]
    public async Task Mounting_and_unmounting_leaves_no_subscriber()
    {
        for (var cycle = 0; cycle < 20; cycle++)
        {
            Render<Counter>();
            Render<Counter>();
            Assert.NotEqual(0, Store.SubscriberCount);
            await DisposeComponentsAsync();
        }
        Assert.Equal(0, Store.SubscriberCount);
    }

    [Fact]
    public async Task Nothing_renders_after_the_component_has_gone()
    {
        var renders = 0;
        var counter = Render<Counter>(p => p.Add(c => c.Rendered, () => renders++));
        // The batch ends while the renderer is busy; by the time it is free the component has gone.
        await counter.InvokeAsync(() =>
        {
            OnAnotherThread(() => Services.Dispatch(new Rename("late")));
            return counter.Instance.EndAsync();
        });
        Services.Dispatch(new Rename("later"));
        await counter.InvokeAsync(() => { });
        Assert.Equal(1, renders);
    }

    [Fact]
    public async Task It_is_disposed_once_however_often_it_is_asked_to()
    {
        var freed = 0;
        var counter = Render<Counter>(p => p.Add(c => c.Freed, () => freed++)).Instance;
        await counter.EndAsync();
        await counter.EndAsync();
        Assert.Equal(1, freed);
    }

    /// <summary>A task that is waited for may run on the waiting thread, which holds the renderer's context.</summary>
    private static void OnAnotherThread(Action work)
    {
        var thread = new Thread(() => work());
        thread.Start();
        thread.Join();
    }
}
