using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using HeiChartViewer.Tests.Unit.Web.Chart.Results;
using HeiChartViewer.Web.Chart.Results;
using HeiChartViewer.Web.Components.Graphs;
using HeiChartViewer.Web.Launch;
using Microsoft.Extensions.DependencyInjection;
using static HeiChartViewer.Tests.Unit.Web.Chart.Results.ResultSample;

namespace HeiChartViewer.Tests.Unit.Web.Components.Graphs;

/// <summary>The eleven checks of a laboratory graph (Sittig 2015), and what a line must not pretend.</summary>
public sealed partial class ResultGraphTests : BunitContext
{
    private const string Patient = "ROBERSON, Analisa · Born 20-Aug-1934";

    public ResultGraphTests() =>
        Services.AddSingleton(
            new DataPartitions([new(Sample.Partition, "St. Brigid"), new("east", "Eastside")])
        );

    [Fact]
    public void Check_1_The_title_names_the_test_its_unit_and_its_specimen() =>
        Assert.Equal(
            "Potassium, mmol/L (Potassium [Moles/volume] in Serum or Plasma) · Laboratory",
            Usual().Find("[data-graph=title]").TextContent
        );

    [Fact]
    public void Check_2_Two_identifiers_of_the_patient_are_on_the_graph() =>
        Assert.Equal(Patient, Usual().Find("[data-graph=patient]").TextContent);

    [Fact]
    public void Check_3_The_value_axis_is_labelled_with_name_and_unit() =>
        Assert.Equal("Potassium (mmol/L)", Usual().Find("[data-graph=y]").TextContent);

    [Fact]
    public void Check_4_The_value_scale_has_round_marks_and_holds_all_values_and_the_range()
    {
        var graph = Usual();
        var marks = graph
            .FindAll("text.value")
            .Select(mark => decimal.Parse(mark.TextContent, CultureInfo.InvariantCulture))
            .ToList();

        Assert.InRange(marks.Count, 3, 9);
        Assert.True(marks.Min() <= 3.5m && marks.Max() >= 6.2m);
        Assert.All(marks, mark => Assert.Equal(0, mark % 0.5m));
        Assert.All(
            graph.FindAll(".result circle.touch"),
            point =>
                Assert.InRange(Number(point, "cy"), ResultGraphLayout.Top, ResultGraphLayout.Bottom)
        );
    }

    [Fact]
    public void Check_5_The_time_axis_is_labelled() =>
        Assert.Equal("Date taken", Usual().Find("[data-graph=x]").TextContent);

    [Fact]
    public void Check_6_GTAB_084_Time_runs_from_left_to_right()
    {
        var places = Places(Usual());

        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Check_7_GTAB_084_Time_is_proportional()
    {
        var places = Places(
            Graph(
                Potassium("2026-01-01T00:00:00Z", "4"),
                Potassium("2026-01-11T00:00:00Z", "4.1"),
                Potassium("2026-01-31T00:00:00Z", "4.2")
            )
        );

        Assert.Equal(2, (places[2] - places[1]) / (places[1] - places[0]), 2);
    }

    [Fact]
    public void Check_8_GTAB_174_Reference_ranges_are_areas_labelled_and_those_of_each_result()
    {
        var graph = Graph(
            Potassium("2026-01-01", "4", range: ("3.5", "5.1")),
            Potassium("2026-02-01", "4.1", range: ("3.5", "5.1")),
            Potassium("2026-03-01", "4.2", range: ("3.4", "5.0"))
        );

        var areas = graph.FindAll(".ranges rect");
        Assert.Equal(2, areas.Count);
        Assert.Equal(
            ["Reference range 3.5–5.1 mmol/L", "Reference range 3.4–5.0 mmol/L"],
            areas.Select(area => area.TextContent.Trim())
        );
        Assert.Equal(Number(areas[1], "x"), Number(areas[0], "x") + Number(areas[0], "width"), 1);
        Assert.Equal("Reference range 3.4–5.0 mmol/L", graph.Find("text.range").TextContent);
    }

    [Fact]
    public void Check_9_Every_result_is_visible_and_an_abnormal_one_by_shape_and_code_too()
    {
        var graph = Usual();

        Assert.Equal(3, graph.FindAll(".result").Count);
        var abnormal = Assert.Single(graph.FindAll(".result.abnormal"));
        Assert.NotNull(abnormal.QuerySelector("circle.ring"));
        Assert.Equal("HH", graph.Find("text.code").TextContent);
    }

    [Fact]
    public void Check_9_No_code_is_written_over_another_result()
    {
        var graph = Graph(
            Potassium("2026-01-01T00:00:00Z", "6.0", flag: "H"),
            Potassium("2026-01-01T00:00:00Z", "6.05", flag: "H", source: "east"),
            Potassium("2026-01-02T00:00:00Z", "6.4", flag: "H")
        );
        var marks = graph
            .FindAll(".result .touch")
            .Select(mark => (X: Number(mark, "cx"), Y: Number(mark, "cy")))
            .ToList();
        var codes = graph
            .FindAll("text.code")
            .Select(code => (X: Number(code, "x"), Y: Number(code, "y") - 4))
            .ToList();

        Assert.Equal(3, codes.Count);
        Assert.All(
            codes,
            code =>
                Assert.All(
                    marks,
                    mark =>
                        Assert.True(
                            Math.Abs(mark.X - code.X) >= 13 || Math.Abs(mark.Y - code.Y) >= 13
                        )
                )
        );
    }

    [Fact]
    public void Check_10_Value_and_time_can_be_read_exactly_by_pointer_focus_and_touch()
    {
        var graph = Usual();
        const string Words =
            "6.2 mmol/L, 18-Nov-2026 07:14 UTC, critically high, range 3.5–5.1 mmol/L, St. Brigid";
        var result = graph.FindAll(".result")[2];

        Assert.Equal(Words, result.GetAttribute("aria-label"));
        Assert.Equal(Words, result.QuerySelector("title")!.TextContent);
        result.Focus();
        Assert.Equal(Words, graph.Find(".read").TextContent);
        graph.FindAll(".result")[0].Click();
        Assert.StartsWith("4.1 mmol/L", graph.Find(".read").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WCAG_2_1_1_Tab_reaches_the_graph_once_and_the_arrows_all_of_it()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var graph = Usual();
        Assert.Equal(["0", "-1", "-1"], Stops(graph));

        graph.Find("svg[role=group]").KeyDown("ArrowRight");

        Assert.Equal(["-1", "0", "-1"], Stops(graph));
        JSInterop.VerifyFocusAsyncInvoke();
        graph.FindAll(".result")[1].Focus();
        Assert.StartsWith("4.4 mmol/L", graph.Find(".read").TextContent, StringComparison.Ordinal);
        graph.Find("svg[role=group]").KeyDown("ArrowRight");
        graph.Find("svg[role=group]").KeyDown("ArrowRight");
        Assert.Equal(["-1", "-1", "0"], Stops(graph));
        graph.FindAll(".result")[0].Click();
        graph.Find("svg[role=group]").KeyDown("ArrowLeft");
        Assert.Equal(["0", "-1", "-1"], Stops(graph));
        graph.Find("svg[role=group]").KeyDown("End");
        Assert.Equal(["-1", "-1", "0"], Stops(graph));
        graph.Find("svg[role=group]").KeyDown("Home");
        Assert.Equal(["0", "-1", "-1"], Stops(graph));

        static IEnumerable<string?> Stops(IRenderedComponent<ResultGraph> graph) =>
            graph.FindAll(".result").Select(result => result.GetAttribute("tabindex"));
    }

    [Fact]
    public void UX_5_A_computed_flag_stands_in_brackets_with_a_broken_ring_and_is_explained()
    {
        var graph = Graph(
            Potassium("2026-01-01", "6.2", range: ("3.5", "5.1")),
            Potassium("2026-01-02", "6.3", flag: "H", range: ("3.5", "5.1"))
        );

        Assert.Equal(["(H)", "H"], graph.FindAll("text.code").Select(code => code.TextContent));
        Assert.Single(graph.FindAll(".result.computed circle.ring"));
        Assert.Contains(
            "computed by this viewer",
            graph.Find("[data-computed]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(Graph(Potassium("2026-01-02", "6.3", flag: "H")).FindAll("[data-computed]"));
    }

    [Fact]
    public void Check_11_GTAB_002_No_two_sources_have_one_symbol_and_those_beyond_the_symbols_a_letter()
    {
        var graph = Graph([
            .. Enumerable
                .Range(0, 10)
                .Select(i => Potassium($"2026-01-{i + 1:00}", "4", source: $"source-{i}")),
        ]);

        var letters = graph
            .FindAll("text.letter")
            .ToDictionary(
                letter => Math.Round(Number(letter, "x") - 8, 2),
                letter => letter.TextContent
            );
        var told = graph
            .FindAll(".result")
            .Select(result =>
                (
                    // The shape, wherever it is.
                    Place().Replace(result.QuerySelector("path.mark")!.GetAttribute("d")!, ""),
                    letters.GetValueOrDefault(Number(result, "data-at"))
                )
            )
            .ToList();
        Assert.Equal(10, told.Distinct().Count());
        Assert.Equal(2, told.Count(one => one.Item2 is not null));
        Assert.Equal(
            told.Select(one => one.Item2),
            graph.FindAll(".sources li").Select(source => source.QuerySelector("b")?.TextContent)
        );
    }

    [Theory]
    [InlineData(0, "a")]
    [InlineData(25, "z")]
    [InlineData(26, "aa")]
    [InlineData(52, "ba")]
    public void Letters_do_not_run_out(int place, string letter) =>
        Assert.Equal(letter, ResultMarks.LetterOf(place));

    [Fact]
    public void Check_3_A_long_name_is_on_the_axis_whole_on_several_lines()
    {
        const string Name =
            "Deprecated glomerular filtration rate predicted by creatinine-based formula";
        var result = Potassium("2026-01-01", "4");
        var graph = Graph(result with { Code = result.Code! with { Text = Name } });

        Assert.Equal($"{Name} (mmol/L)", graph.Find("[data-graph=y]").TextContent);
        Assert.Equal(3, graph.FindAll("[data-graph=y] tspan").Count);
        Assert.All(
            graph.FindAll("[data-graph=y] tspan"),
            line => Assert.True(Number(line, "y") > 0 && Number(line, "y") < 90)
        );
    }

    [Fact]
    public void Check_11_GTAB_002_Sources_are_told_apart_by_symbol_and_named()
    {
        var graph = Graph(
            Potassium("2026-01-01", "4"),
            Potassium("2026-02-01", "4", source: "east")
        );
        var shapes = graph
            .FindAll(".result path.mark")
            .Select(mark =>
                mark.GetAttribute("d")!.Split('a', 'h')[0].Length > 0
                    ? mark.GetAttribute("d")!.Contains('a', StringComparison.Ordinal)
                    : false
            );

        Assert.Equal([true, false], shapes);
        Assert.Equal(
            ["St. Brigid", "Eastside"],
            graph.FindAll(".sources li").Select(source => source.TextContent.Trim())
        );
    }

    [Fact]
    public void An_unusual_pause_breaks_the_line()
    {
        var graph = Graph(
            Potassium("2020-01-01", "4"),
            Potassium("2020-02-01", "4.1"),
            Potassium("2020-03-01", "4.2"),
            Potassium("2026-01-01", "4"),
            Potassium("2026-02-01", "4.1")
        );

        Assert.Equal(2, graph.FindAll("polyline").Count);
    }

    [Fact]
    public void A_change_of_the_sources_own_method_breaks_the_line()
    {
        var graph = Graph(
            By("A", Potassium("2026-01-01", "4")),
            By("A", Potassium("2026-02-01", "4.1")),
            By("B", Potassium("2026-03-01", "5.2")),
            By("B", Potassium("2026-04-01", "5.3"))
        );

        Assert.Equal(2, graph.FindAll("polyline").Count);

        static HealtheIntent.Client.Observation By(
            string code,
            HealtheIntent.Client.Observation result
        ) =>
            result with
            {
                Code = result.Code! with { SourceCodings = [new("urn:own", code, null)] },
            };
    }

    [Fact]
    public void GTAB_027_A_change_of_unit_is_another_series_and_another_graph() =>
        Assert.Equal(
            2,
            Series(
                Potassium("2026-01-01", "4"),
                Potassium("2026-02-01", "4.1", unit: "mEq/L")
            ).Count
        );

    [Fact]
    public void GTAB_017_A_vague_date_is_a_span_and_no_line_runs_through_it()
    {
        var graph = Graph(
            Potassium("2025-12-01", "4"),
            Potassium("2026", "4.1"),
            Potassium("2027-02-01", "4.2")
        );

        var span = Assert.Single(graph.FindAll("line.span"));
        Assert.True(Number(span, "x2") - Number(span, "x1") > 100);
        Assert.Empty(graph.FindAll("polyline"));
    }

    [Fact]
    public void What_is_no_number_stands_below_in_its_own_words()
    {
        var graph = Graph(
            Potassium("2026-01-01", "4"),
            Worded("2026-01-02", "haemolysed"),
            Potassium("2026-01-03", "<1.0")
        );

        Assert.Equal(
            ["haemolysed", "<1.0"],
            graph.FindAll("text.worded").Select(word => word.TextContent)
        );
    }

    [Fact]
    public void Results_that_cannot_be_drawn_are_counted()
    {
        Assert.Contains(
            "1 without a date cannot be drawn",
            Graph(Potassium("2026-01-01", "4"), Potassium("unknown", "5")).Markup,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "nothing to draw",
            Graph(Worded("2026-01-02", "haemolysed")).Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_result_alone_can_be_drawn() =>
        Assert.Single(Graph(Potassium("2026-01-01", "4")).FindAll(".result"));

    private IRenderedComponent<ResultGraph> Usual() =>
        Graph(
            Potassium("2025-01-10", "4.1", range: ("3.5", "5.1")),
            Potassium("2025-08-01", "4.4", range: ("3.5", "5.1")),
            Potassium("2026-11-18T07:14:00Z", "6.2", flag: "HH", range: ("3.5", "5.1"))
        );

    private IRenderedComponent<ResultGraph> Graph(
        params HealtheIntent.Client.Observation[] results
    ) =>
        Render<ResultGraph>(parameters =>
            parameters
                .Add(graph => graph.Series, [One(results)])
                .Add(graph => graph.Patient, Patient)
        );

    [GeneratedRegex(@"^M\S+ \S+?(?=[a-z])")]
    private static partial Regex Place();

    private static List<double> Places(IRenderedComponent<ResultGraph> graph) =>
        [.. graph.FindAll(".result").Select(result => Number(result, "data-at"))];

    private static double Number(IElement element, string attribute) =>
        double.Parse(element.GetAttribute(attribute)!, CultureInfo.InvariantCulture);
}
