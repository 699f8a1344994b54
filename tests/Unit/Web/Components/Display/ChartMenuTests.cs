using Bunit;
using Bunit.TestDoubles;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Display;
using HeiChartViewer.Web.Chart.Printing;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.Display;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Components.Display;

/// <summary>The chart's menu, its keys, and the way to paper.</summary>
public sealed class ChartMenuTests : BunitContext
{
    private readonly ChartSession _session = Sample.Session();
    private readonly BunitJSModuleInterop _display;
    private readonly BunitJSModuleInterop _printing;

    public ChartMenuTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        // A dialog stays open: nobody closes it.
        JSInterop.SetupModule("./Components/Ui/Dialog.razor.js").Setup<bool>("show", _ => true);
        _display = JSInterop.SetupModule("./Components/Display/ChartMenu.razor.js");
        _display.Setup<string>("read").SetResult("dark.normal.keys.auto");
        _display.Setup<bool>("show", _ => true).SetResult(true);
        _printing = JSInterop.SetupModule("./Components/Display/PrintButton.razor.js");
        Services.AddSingleton(new DataPartitions([new(Sample.Partition, "St. Brigid")]));
        Services.AddSingleton(new ViewerMode(new Uri("http://localhost:1/")));
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<DemographicRecord>>()
                .AddReducers(typeof(SectionReducers<DemographicRecord>))
                .AddFeature<DisplayFeature>()
                .AddReducers(typeof(DisplayReducers))
                .AddFeature<PrintFeature>()
                .AddReducers(typeof(PrintReducers))
        );
    }

    [Fact]
    public void The_menu_shows_what_the_page_was_drawn_with()
    {
        var menu = Menu();

        menu.WaitForAssertion(() =>
            Assert.Equal(
                ["Dark", "Normal", "auto"],
                menu.FindAll("input[checked]:not([type=checkbox])")
                    .Select(input => input.GetAttribute("value"))
            )
        );
        Assert.Empty(_display.Invocations["show"]);
    }

    [Fact]
    public void A_choice_is_shown_at_once_and_leaves_the_others()
    {
        var menu = Menu();
        menu.WaitForElement("input[value=Dark][checked]");

        menu.Find("input[value=Comfortable]").Change("Comfortable");

        menu.WaitForAssertion(() =>
            Assert.Equal(
                "dark.comfortable.keys.auto",
                Assert.Single(_display.Invocations["show"]).Arguments[0]
            )
        );
    }

    [Fact]
    public void The_map_lists_every_key_that_does_something_and_no_other()
    {
        var menu = Menu();

        menu.FindAll("button").Single(button => button.TextContent == "Keys").Click();

        Assert.Equal(
            ChartKeys.All.Select(key => key.Shown),
            menu.FindAll("tr[data-key] kbd").Select(key => key.TextContent)
        );
    }

    [Fact]
    public void WCAG_2_1_4_Keys_of_one_character_can_be_switched_off()
    {
        var menu = Menu();
        menu.WaitForElement("input[value=Dark][checked]");
        menu.FindAll("button").Single(button => button.TextContent == "Keys").Click();

        menu.Find("dialog input[type=checkbox]").Change(false);

        menu.WaitForAssertion(() =>
            Assert.Equal(
                "dark.normal.nokeys.auto",
                Assert.Single(_display.Invocations["show"]).Arguments[0]
            )
        );
        foreach (var row in menu.FindAll("tr[data-key]"))
            Assert.Equal(
                !row.GetAttribute("data-key")!.StartsWith("Ctrl", StringComparison.Ordinal),
                row.TextContent.Contains("switched off", StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task A_key_opens_its_view_and_what_a_browser_makes_up_does_nothing()
    {
        var keyboard = Menu().FindComponent<ChartKeyboard>();
        var navigation = Services.GetRequiredService<BunitNavigationManager>();

        await keyboard.InvokeAsync(() => keyboard.Instance.Pressed(99));
        await keyboard.InvokeAsync(() => keyboard.Instance.Pressed(-1));
        Assert.Empty(navigation.History);
        await keyboard.InvokeAsync(() =>
            keyboard.Instance.Pressed(
                ChartKeys.All.ToList().FindIndex(key => key.Deed is KeyDeed.Next)
            )
        );

        Assert.Equal(_session.Address(ChartView.Encounters), Assert.Single(navigation.History).Uri);
    }

    [Fact]
    public void Rule_6_The_browser_is_asked_to_print_only_when_the_print_was_recorded()
    {
        var printed = _printing.Setup<bool>("print", _ => true);
        var menu = Menu();

        menu.Find(".print").Click();
        Assert.Empty(_printing.Invocations["print"]);
        var state = Services.GetRequiredService<IState<PrintState>>();
        Dispatch(new PrintAllowed(state.Value.Print!, _session.OpenedAt));

        menu.WaitForAssertion(() => Assert.Single(_printing.Invocations["print"]));
        printed.SetResult(true);
        menu.WaitForAssertion(() => Assert.Null(state.Value.Print));
    }

    [Fact]
    public void A_frame_that_may_not_print_is_said_to_be_one()
    {
        _printing.Setup<bool>("print", _ => true).SetResult(false);
        var menu = Menu();

        menu.Find(".print").Click();
        Dispatch(
            new PrintAllowed(
                Services.GetRequiredService<IState<PrintState>>().Value.Print!,
                _session.OpenedAt
            )
        );

        menu.WaitForAssertion(() =>
            Assert.Contains(
                "allow-modals",
                menu.Find("[role=status]").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public void What_was_recorded_is_what_is_printed_another_view_is_not()
    {
        _printing.Setup<bool>("print", _ => true).SetResult(true);
        var menu = Menu();
        var asked = new PrintView(_session, ChartView.Allergies);

        Dispatch(asked);
        Dispatch(new PrintAllowed(asked, _session.OpenedAt));

        menu.WaitForAssertion(() =>
            Assert.Null(Services.GetRequiredService<IState<PrintState>>().Value.Print)
        );
        Assert.Empty(_printing.Invocations["print"]);
    }

    private IRenderedComponent<ChartMenu> Menu() =>
        Render<ChartMenu>(parameters =>
            parameters.Add(m => m.Session, _session).Add(m => m.View, ChartView.Results)
        );

    private void Dispatch(object action) =>
        Services.GetRequiredService<IDispatcher>().Dispatch(action);
}
