using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Web.Chart.Results;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Results;
using HeiChartViewer.Web.Components.Results;
using Microsoft.Extensions.DependencyInjection;
using static HeiChartViewer.Tests.Unit.Web.Chart.Results.ResultSample;

namespace HeiChartViewer.Tests.Unit.Web.Components.Results;

public sealed class FlowsheetTableTests : BunitContext
{
    private IReadOnlyList<ResultSeries> _opened = [];

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
    public void UX_4_A_flag_is_code_and_shape_and_words_beside_the_value()
    {
        var cell = Table(Potassium("2026-01-01", "6.2", flag: "HH")).Find("td .cell");

        Assert.Equal("6.2 ▲▲ HH (critically high)", cell.TextContent.Trim());
    }

    [Fact]
    public void UX_5_A_computed_flag_says_so_to_the_eye_and_none_looks_unlike_the_sources_normal()
    {
        var table = Table(
            Potassium("2026-01-03", "6.2", range: ("3.5", "5.1")),
            Potassium("2026-01-02", "4.2", flag: "N", range: ("3.5", "5.1")),
            Potassium("2026-01-01", "4.1", range: ("3.5", "5.1"))
        );

        var cells = table.FindAll("td .cell");
        Assert.Equal("6.2 ▲ H (high) computed", cells[2].TextContent.Trim());
        Assert.Null(cells[2].QuerySelector(".computed")!.Closest(".visually-hidden"));
        Assert.Equal("4.2 N (normal)", cells[1].TextContent.Trim());
        Assert.Equal("4.1", cells[0].TextContent.Trim());
    }

    [Fact]
    public void GTAB_195_Points_stand_under_points_and_no_flag_moves_them()
    {
        var cells = Table(
                Potassium("2026-01-03", "6.25", flag: "H"),
                Potassium("2026-01-02", "4.2"),
                Potassium("2026-01-01", "4")
            )
            .FindAll("td .cell");

        Assert.Equal(
            [".00", "0", null],
            cells.Select(cell => cell.Children[0].GetAttribute("data-room"))
        );
        Assert.All(cells, cell => Assert.Equal("mark", cell.Children[1].ClassName));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("4.10")]
    [InlineData("4.123456789")]
    [InlineData("0.0000001")]
    public void GTAB_200_A_value_has_the_digits_it_came_with_and_is_nowhere_rounded(string value)
    {
        var table = Table(Potassium("2026-01-01", value), Potassium("2025-01-01", "3.5"));

        Assert.Equal(value, table.FindAll("td .cell .figure")[1].TextContent);
        Assert.Contains(
            $"{value} mmol/L",
            table.Find(".last").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_values_of_a_day_say_their_times_and_one_alone_needs_none()
    {
        var table = Table(
            Potassium("2026-01-02T18:00:00Z", "4.4"),
            Potassium("2026-01-02T07:14:00Z", "4.2"),
            Potassium("2026-01-01T07:14:00Z", "4.1")
        );

        Assert.Equal(
            ["18:00 UTC", "07:14 UTC"],
            table.FindAll(".at").Select(time => time.TextContent)
        );
        Assert.Equal("02-Jan-2026", table.Find(".last .date").TextContent);
    }

    [Fact]
    public void A_range_stands_beside_the_test_where_it_is_that_of_every_result_and_else_with_each()
    {
        var same = Table(
            Potassium("2026-01-02", "4.2", range: ("3.5", "5.1")),
            Potassium("2026-01-01", "4.1", range: ("3.5", "5.1"))
        );
        Assert.Equal("range 3.5–5.1 mmol/L", Assert.Single(same.FindAll(".range")).TextContent);

        var differing = Table(
            Potassium("2026-01-02", "4.2", range: ("3.5", "5.1")),
            Potassium("2026-01-01", "4.1", range: ("3.4", "5.0")),
            Potassium("2025-12-31", "4.0")
        );
        Assert.Equal(
            ["ranges differ, each with its result", "3.4–5.0 mmol/L", "3.5–5.1 mmol/L"],
            differing.FindAll(".range").Select(range => range.TextContent)
        );
    }

    [Fact]
    public void A_blood_pressure_stands_by_its_parts()
    {
        var table = Table(BloodPressure("2026-01-02T10:00:00Z", "172", "95", flag: "HH"));

        Assert.Equal(
            ["172 ▲▲ HH (critically high)", "95 ▲ H (high) computed"],
            table.FindAll("td .cell").Select(cell => cell.TextContent.Trim()).Order()
        );
        Assert.DoesNotContain("no value", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void UX_3_A_sparkline_never_stands_without_the_value()
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

        table.Find("label.check input").Change(true);

        Assert.Single(table.FindAll("tr[data-series]"));
        Assert.Contains("showing 1 of 2 tests", table.Markup, StringComparison.Ordinal);
        table.Find("label.check input").Change(false);
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
    public void GTAB_188_The_newest_day_is_the_last_column_and_older_ones_are_a_step_away()
    {
        var table = Table([
            .. Enumerable.Range(1, 9).Select(day => Potassium($"2026-01-0{day}", $"4.{day}")),
        ]);
        Assert.Equal("09-Jan-2026", table.FindAll("th.date")[^1].TextContent);

        table.FindAll("button").Single(button => button.TextContent == "Older").Click();

        Assert.Equal(
            ["01-Jan-2026", "02-Jan-2026", "03-Jan-2026"],
            table.FindAll("th.date").Select(column => column.TextContent)
        );
    }

    [Fact]
    public void A_test_opens_its_history()
    {
        Table(Potassium("2026-01-01", "4.1")).Find("button.name").Click();

        Assert.Equal("Potassium, mmol/L", Assert.Single(_opened).Title);
    }

    [Fact]
    public void Tests_stand_by_panel_and_those_in_none_after_the_panels()
    {
        var table = Table(
            Potassium("2026-01-01", "4.1"),
            Named("Zinc", "5763-8"),
            Named("Haemoglobin", "718-7"),
            Named("Sodium", "2951-2")
        );

        Assert.Equal(
            [
                "Laboratory: Blood count",
                "Haemoglobin, mmol/L",
                "Laboratory: Electrolytes and kidney",
                "Sodium, mmol/L",
                "Potassium, mmol/L",
                "Laboratory: other tests",
                "Zinc, mmol/L",
            ],
            Headings(table)
        );
    }

    [Fact]
    public void What_is_to_be_looked_at_first_can_be_put_first_by_the_last_result_of_each_test()
    {
        var table = Table(
            Potassium("2026-01-01", "9.9", flag: "HH"),
            Potassium("2026-01-02", "4.1", flag: "N"),
            Named("Sodium", "2951-2") with
            {
                Interpretation = Sample.Text("LL"),
            },
            Named("Zinc", "5763-8") with
            {
                Interpretation = Sample.Text("see note"),
            }
        );

        table.FindAll("button").Single(button => button.TextContent == "Abnormal first").Click();

        Assert.Equal(
            [
                "Last result critical",
                "Sodium, mmol/L",
                "Last result flagged in words this viewer does not know",
                "Zinc, mmol/L",
                "Last result not flagged as abnormal",
                "Potassium, mmol/L",
            ],
            Headings(table)
        );
    }

    private static IEnumerable<string?> Headings(IRenderedComponent<FlowsheetTable> table) =>
        table
            .FindAll("tbody tr")
            .Select(row => row.GetAttribute("data-series") ?? row.TextContent.Trim());

    private static Observation Named(string name, string loinc) =>
        Potassium("2026-01-05", "5") with
        {
            Id = name,
            Code = new CodeableConcept
            {
                Text = name,
                Codings = [new Coding(CodeSystems.Loinc, loinc, name)],
            },
        };

    [Fact]
    public void Up_to_four_tests_are_graphed_together_and_not_one_more()
    {
        var table = Table([
            .. Enumerable
                .Range(1, 5)
                .Select(unit => Potassium($"2026-01-0{unit}", "4.1", unit: $"unit {unit}")),
        ]);

        for (var row = 0; row < 4; row++)
            table.FindAll("input.choose")[row].Change(true);

        Assert.True(table.FindAll("input.choose")[4].HasAttribute("disabled"));
        Assert.Contains("4 at most", table.Markup, StringComparison.Ordinal);
        table.Find("button.together").Click();
        Assert.Equal(
            ["unit 1", "unit 2", "unit 3", "unit 4"],
            _opened.Select(series => series.Unit)
        );
    }

    [Fact]
    public void One_test_alone_is_not_graphed_together()
    {
        var table = Table(Potassium("2026-01-01", "4.1"));

        table.Find("input.choose").Change(true);

        Assert.True(table.Find("button.together").HasAttribute("disabled"));
        Assert.Contains("choose another", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_chosen_stands_in_the_address_and_is_found_again_there()
    {
        var place = new ChartPlace(name => name, _ => Task.CompletedTask);
        var table = Placed(place);

        table.Find("label.check input").Change(true);
        table.FindAll("button").Single(button => button.TextContent == "Abnormal first").Click();

        Assert.Equal("?tests-first=abnormal&tests-only=abnormal", place.Query);
        var again = Placed(place);
        Assert.True(again.Find("label.check input").HasAttribute("checked"));
        Assert.Equal("true", Pressed(again));
        again.Find("label.check input").Change(false);
        again.FindAll("button").Single(button => button.TextContent == "By panel").Click();
        Assert.Equal("", place.Query);

        IRenderedComponent<FlowsheetTable> Placed(ChartPlace at) =>
            Render<FlowsheetTable>(parameters =>
                parameters
                    .AddCascadingValue(at)
                    .Add(
                        one => one.Records,
                        Section.Order([Potassium("2026-01-01", "6.2", flag: "HH")])
                    )
            );

        static string? Pressed(IRenderedComponent<FlowsheetTable> shown) =>
            shown
                .FindAll("button")
                .Single(button => button.TextContent == "Abnormal first")
                .GetAttribute("aria-pressed");
    }

    private IRenderedComponent<FlowsheetTable> Table(params Observation[] results) =>
        Render<FlowsheetTable>(parameters =>
            parameters
                .Add(table => table.Records, Section.Order(results))
                .Add(table => table.Opened, series => _opened = series)
        );
}
