using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Web.Chart.Results;
using HeiChartViewer.Web.Chart.Results;
using HeiChartViewer.Web.Components.Results;
using Microsoft.Extensions.DependencyInjection;
using static HeiChartViewer.Tests.Unit.Web.Chart.Results.ResultSample;

namespace HeiChartViewer.Tests.Unit.Web.Components.Results;

public sealed class FlowsheetTableTests : BunitContext
{
    private ResultSeries? _opened;

    public FlowsheetTableTests() => Services.AddSingleton(Section);

    [Fact]
    public void GTAB_027_The_unit_stands_with_the_test_and_each_unit_has_its_row()
    {
        var table = Table(
            Potassium("2026-01-01", "4.1"),
            Potassium("2026-01-02", "4.2", unit: "mEq/L")
        );

        Assert.Equal(
            ["Potassium, mEq/L", "Potassium, mmol/L"],
            table.FindAll("tr[data-series]").Select(row => row.GetAttribute("data-series"))
        );
    }

    [Fact]
    public void A_flag_is_code_and_shape_and_words_beside_the_value()
    {
        var cell = Table(Potassium("2026-01-01", "6.2", flag: "HH")).Find("td .cell");

        Assert.Equal("6.2 ▲▲HH (critically high)", cell.TextContent.Trim());
    }

    [Fact]
    public void A_sparkline_never_stands_without_the_value()
    {
        var last = Table(Potassium("2026-01-01", "4.1"), Potassium("2026-01-02", "4.2"))
            .Find("td.last");

        Assert.NotNull(last.QuerySelector("svg.sparkline"));
        Assert.Contains("4.2 mmol/L", last.TextContent, StringComparison.Ordinal);
        Assert.Contains("up from 4.1 mmol/L", last.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void PAL_0750_What_is_hidden_is_said_and_can_be_brought_back()
    {
        var table = Table(
            Potassium("2026-01-01", "4.1"),
            Potassium("2026-01-02", "6.2", unit: "mEq/L", flag: "H")
        );

        table.Find("input[type=checkbox]").Change(true);

        Assert.Single(table.FindAll("tr[data-series]"));
        Assert.Contains("showing 1 of 2 tests", table.Markup, StringComparison.Ordinal);
        table.Find("input[type=checkbox]").Change(false);
        table.Find("input[type=search]").Input("sodium");
        Assert.Contains(
            "None of the 2 tests received matches",
            table.Markup,
            StringComparison.Ordinal
        );
        table.Find("input[type=search]").Input("");
        Assert.Equal(2, table.FindAll("tr[data-series]").Count);
    }

    [Fact]
    public void Older_days_are_a_step_away()
    {
        var table = Table([
            .. Enumerable.Range(1, 9).Select(day => Potassium($"2026-01-0{day}", $"4.{day}")),
        ]);
        Assert.Equal("09-Jan-2026", table.FindAll("th.date")[0].TextContent);

        table.FindAll("button").Single(button => button.TextContent == "Older").Click();

        Assert.Equal(
            ["03-Jan-2026", "02-Jan-2026", "01-Jan-2026"],
            table.FindAll("th.date").Select(column => column.TextContent)
        );
    }

    [Fact]
    public void A_test_opens_its_history()
    {
        Table(Potassium("2026-01-01", "4.1")).Find("button.name").Click();

        Assert.Equal("Potassium, mmol/L", _opened!.Title);
    }

    private IRenderedComponent<FlowsheetTable> Table(params Observation[] results) =>
        Render<FlowsheetTable>(parameters =>
            parameters
                .Add(table => table.Records, Section.Order(results))
                .Add(table => table.Opened, series => _opened = series)
        );
}
