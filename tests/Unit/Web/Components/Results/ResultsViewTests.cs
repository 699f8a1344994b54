using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Components.Results;
using static HeiChartViewer.Tests.Unit.Web.Chart.Results.ResultSample;

namespace HeiChartViewer.Tests.Unit.Web.Components.Results;

/// <summary>The results in three ways of looking at them.</summary>
public sealed class ResultsViewTests : ResultsContext
{
    private string _address = "";

    [Fact]
    public void The_source_that_was_chosen_in_the_list_is_that_of_the_flowsheet_and_of_the_test()
    {
        var view = View();
        Press(view, "Eastside 1");
        Assert.Equal(["5.2 mmol/L"], Values(view, "[data-records=results] .result"));

        Press(view, "By test and day");

        Assert.Equal("true", Button(view, "Eastside 1").GetAttribute("aria-pressed"));
        Assert.Contains("showing 1 of 2 records", view.Markup, StringComparison.Ordinal);
        Assert.Equal(["5.2"], Values(view, "td .cell .figure"));
        view.Find("button.name").Click();
        Assert.Equal(["5.2 mmol/L"], Values(view, "[data-records=results] .result"));

        Press(view, "Every result");
        Assert.Equal("only Eastside", view.Find(".chip").TextContent);
    }

    [Fact]
    public void The_source_that_was_chosen_in_the_flowsheet_is_that_of_the_list()
    {
        var view = View();
        Press(view, "By test and day");
        Press(view, "St. Brigid 1");
        Assert.Equal(["4.1"], Values(view, "td .cell .figure"));
        // The address has a code of the source and not its name.
        Assert.DoesNotContain("brigid", _address, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Sample.Partition, _address, StringComparison.OrdinalIgnoreCase);

        Press(view, "Every result");

        Assert.Equal(["4.1 mmol/L"], Values(view, "[data-records=results] .result"));
        Assert.Equal("only St. Brigid", view.Find(".chip").TextContent);
        Press(view, "All sources 2");
        Press(view, "By test and day");
        Assert.Equal(["4.1", "5.2"], Values(view, "td .cell .figure"));
    }

    private IRenderedComponent<ResultsView> View()
    {
        Receive<Observation>(
            null,
            Potassium("2026-01-01", "4.1"),
            Potassium("2026-01-02", "5.2", source: "east")
        );
        var place = new ChartPlace(
            name => $"code-{name.Length}",
            query =>
            {
                _address = query;
                return Task.CompletedTask;
            }
        );
        return Render<ResultsView>(parameters =>
            parameters.Add(view => view.Session, Session).AddCascadingValue(place)
        );
    }

    private static IEnumerable<string> Values(
        IRenderedComponent<ResultsView> view,
        string selector
    ) => view.FindAll(selector).Select(value => value.TextContent.Trim());

    private static void Press(IRenderedComponent<ResultsView> view, string text) =>
        Button(view, text).Click();

    private static AngleSharp.Dom.IElement Button(
        IRenderedComponent<ResultsView> view,
        string text
    ) => view.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
