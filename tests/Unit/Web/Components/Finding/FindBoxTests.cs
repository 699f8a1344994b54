using Bunit;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Web.Sessions;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Components.Finding;
using HeiChartViewer.Web.Language;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Finding;

/// <summary>When a search is made, and when it is over.</summary>
public sealed class FindBoxTests : BunitContext
{
    private readonly ChartSession _session = Sample.Session();
    private readonly SteppedClock _clock = new();
    private readonly List<string> _searched = [];

    public FindBoxTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(new DataPartitions([]));
        Services.AddFlux(store =>
            store.AddFeature<FindFeature>().AddReducers(typeof(FindReducers))
        );
        Services
            .GetRequiredService<IActionSubscriber>()
            .SubscribeToAction<FindInChart>(this, find => _searched.Add(find.Words));
    }

    [Fact]
    public void A_search_is_made_once_typing_rests()
    {
        var box = Box();

        Type(box, "po");
        _clock.Advance(TimeSpan.FromMilliseconds(300));
        Type(box, "potassium");
        _clock.Advance(TimeSpan.FromMilliseconds(300));
        Assert.Empty(_searched);
        _clock.Advance(TimeSpan.FromMilliseconds(200));

        box.WaitForAssertion(() => Assert.Equal(["potassium"], _searched));
    }

    [Fact]
    public void Enter_does_not_wait_and_what_was_searched_is_not_searched_again()
    {
        var box = Box();

        Type(box, "potassium");
        box.Find("form").Submit();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Type(box, "potassium ");
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["potassium"], _searched);
    }

    [Fact]
    public void One_letter_is_no_search_and_an_empty_box_ends_one()
    {
        var box = Box();

        Type(box, "p");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(_searched);
        Type(box, "potassium");
        _clock.Advance(TimeSpan.FromSeconds(1));
        box.WaitForElement(".found");
        Type(box, "");
        _clock.Advance(TimeSpan.FromSeconds(1));

        box.WaitForAssertion(() => Assert.Empty(box.FindAll(".found")));
    }

    [Fact]
    public async Task WCAG_2_4_11_Escape_and_a_focus_that_goes_elsewhere_close_what_lies_over_the_chart()
    {
        var box = Box();
        Type(box, "potassium");
        box.Find("form").Submit();
        box.WaitForElement(".found");

        box.Find("input").KeyDown("Escape");
        box.WaitForAssertion(() => Assert.Empty(box.FindAll(".found")));

        box.Find("form").Submit();
        box.WaitForElement(".found");
        await box.InvokeAsync(box.Instance.Leave);
        box.WaitForAssertion(() => Assert.Empty(box.FindAll(".found")));
    }

    [Fact]
    public void A_hit_leads_to_its_section_and_names_nothing_in_the_address()
    {
        var box = Box();
        Type(box, "potassium");
        box.Find("form").Submit();
        var find = Services.GetRequiredService<IState<FindState>>().Value.Find!;
        Services
            .GetRequiredService<IDispatcher>()
            .Dispatch(
                new FoundInChart(
                    find,
                    [
                        new(
                            ChartView.Results,
                            Phrase.Of("results"),
                            default,
                            1,
                            [new Hit("r1", "Potassium", null, null, false, [])]
                        ),
                    ]
                )
            );

        box.WaitForElement("[data-hit] button").Click();

        Assert.Equal(
            new MarkRecord(ChartView.Results, "r1"),
            Services.GetRequiredService<IState<FindState>>().Value.Marked
        );
        Assert.EndsWith(
            _session.Address(ChartView.Results),
            Services.GetRequiredService<NavigationManager>().Uri,
            StringComparison.Ordinal
        );
    }

    private IRenderedComponent<FindBox> Box() =>
        Render<FindBox>(parameters => parameters.Add(box => box.Session, _session));

    private static void Type(IRenderedComponent<FindBox> box, string words) =>
        box.Find("input").Input(words);
}
