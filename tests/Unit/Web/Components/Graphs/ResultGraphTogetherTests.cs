using AngleSharp.Dom;
using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Web.Chart.Results;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Results;
using HeiChartViewer.Web.Components.Graphs;
using HeiChartViewer.Web.Launch;
using Microsoft.Extensions.DependencyInjection;
using static HeiChartViewer.Tests.Unit.Web.Chart.Results.ResultSample;

namespace HeiChartViewer.Tests.Unit.Web.Components.Graphs;

/// <summary>The eleven checks of a laboratory graph (Sittig 2015) for several tests on one time axis, and their medications.</summary>
public sealed class ResultGraphTogetherTests : BunitContext
{
    private const string Patient = "ROBERSON, Analisa · Born 20-Aug-1934";

    public ResultGraphTogetherTests() =>
        Services.AddSingleton(
            new DataPartitions([new(Sample.Partition, "St. Brigid"), new("east", "Eastside")])
        );

    [Fact]
    public void Check_1_The_legend_names_every_test_its_unit_and_its_specimen() =>
        Assert.Equal(
            [
                "Potassium, mmol/L (Potassium [Moles/volume] in Serum or Plasma) · Laboratory",
                "Glucose, mg/dL (Glucose [Mass/volume] in Blood) · Laboratory",
            ],
            Usual()
                .FindAll("[data-graph=title] li")
                .Select(item => item.TextContent.Trim().Split(", show its")[0])
        );

    [Fact]
    public void Check_2_Two_identifiers_of_the_patient_are_on_the_graph() =>
        Assert.Equal(Patient, Usual().Find("[data-graph=patient]").TextContent);

    [Fact]
    public void Check_3_Every_value_axis_is_labelled_with_name_and_unit() =>
        Assert.Equal(
            ["Potassium (mmol/L)", "Glucose (mg/dL)"],
            Usual().FindAll("[data-graph=y]").Select(label => label.TextContent)
        );

    [Fact]
    public void Check_4_Every_scale_is_its_own_and_holds_its_values_and_their_range()
    {
        var layout = ResultGraphLayout.Of([Potassiums(), Glucoses()], [])!;

        Assert.All(
            layout.Tests,
            test =>
            {
                var values = test.Series.Numbers.SelectMany(point =>
                    new[] { point.Number, point.Range.Low, point.Range.High }.OfType<decimal>()
                );
                Assert.All(
                    values,
                    value => Assert.InRange(value, test.ValueTicks[0], test.ValueTicks[^1])
                );
                Assert.All(
                    test.Results,
                    result =>
                        Assert.InRange(result.Y, ResultGraphLayout.Top, ResultGraphLayout.Bottom)
                );
            }
        );
        Assert.Equal(2, layout.Tests.Select(test => test.AxisX).Distinct().Count());
    }

    [Fact]
    public void Check_5_The_time_axis_is_labelled_and_there_is_one() =>
        Assert.Equal("Date taken", Usual().Find("[data-graph=x]").TextContent);

    [Fact]
    public void Check_6_GTAB_084_Time_runs_from_left_to_right_in_every_test() =>
        Assert.All(
            ResultGraphLayout.Of([Potassiums(), Glucoses()], [])!.Tests,
            test =>
                Assert.Equal(
                    test.Results.Select(result => result.X).Order(),
                    test.Results.Select(result => result.X)
                )
        );

    [Fact]
    public void Check_7_GTAB_084_Time_is_proportional_and_the_same_for_all_tests()
    {
        var places = ResultGraphLayout
            .Of([Potassiums(), Glucoses()], [])!
            .Marks.Select(mark => (mark.Point.When!.Earliest!.Value, mark.X))
            .ToList();

        var (first, last) = (places.MinBy(one => one.X), places.MaxBy(one => one.X));
        var slope = (last.X - first.X) / (last.Value - first.Value).TotalDays;
        Assert.All(
            places,
            place =>
                Assert.Equal(
                    first.X + slope * (place.Value - first.Value).TotalDays,
                    place.X,
                    tolerance: 0.01
                )
        );
    }

    [Fact]
    public void Check_8_GTAB_174_Only_the_selected_tests_range_is_an_area_and_says_whose_it_is()
    {
        var graph = Usual();
        Assert.Equal(
            "Reference range Potassium 3.5–5.1 mmol/L",
            Assert.Single(graph.FindAll(".ranges rect")).TextContent.Trim()
        );

        graph.FindAll(".legend button")[1].Click();

        Assert.Equal(
            "Reference range Glucose 70–99 mg/dL",
            Assert.Single(graph.FindAll(".ranges rect")).TextContent.Trim()
        );
        Assert.Equal("Reference range Glucose 70–99 mg/dL", graph.Find("text.range").TextContent);
        Assert.Equal("true", graph.FindAll(".legend button")[1].GetAttribute("aria-pressed"));
    }

    [Fact]
    public void Check_9_Every_result_is_visible_and_an_abnormal_one_by_shape_and_code_too()
    {
        var graph = Usual();

        Assert.Equal(4, graph.FindAll(".result").Count);
        var abnormal = Assert.Single(graph.FindAll(".result.abnormal"));
        Assert.NotNull(abnormal.QuerySelector("circle.ring"));
        Assert.Equal("HH", graph.Find("text.code").TextContent);
    }

    [Fact]
    public void Check_10_Test_value_and_time_can_be_read_exactly_by_pointer_focus_and_touch()
    {
        var graph = Usual();
        const string Words =
            "Glucose 92 mg/dL, 01-Mar-2026, normal, computed, range 70–99 mg/dL, Eastside";
        var result = graph.FindAll(".test-1 .result")[1];

        Assert.Equal(Words, result.GetAttribute("aria-label"));
        Assert.Equal(Words, result.QuerySelector("title")!.TextContent);
        result.Focus();
        Assert.Equal(Words, graph.Find(".read").TextContent);
        graph.FindAll(".test-0 .result")[0].Click();
        Assert.StartsWith(
            "Potassium 4.1 mmol/L",
            graph.Find(".read").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Check_11_GTAB_002_Tests_are_told_apart_by_symbol_and_line_and_sources_by_letter()
    {
        var graph = Usual();

        Assert.Equal(2, graph.FindAll(".result path.mark").Select(Outline).Distinct().Count());
        Assert.Equal(
            ["a", "a", "a", "b"],
            graph.FindAll("text.letter").Select(letter => letter.TextContent)
        );
        Assert.Equal(["a St. Brigid", "b Eastside"], graph.FindAll(".sources li").Select(Folded));
    }

    [Fact]
    public void Four_tests_have_four_axes_outside_the_plot_and_a_fifth_is_not_drawn()
    {
        var series = Series([
            .. Enumerable
                .Range(1, 5)
                .Select(unit => Potassium($"2026-01-0{unit}", "4", unit: $"unit {unit}")),
        ]);

        var layout = ResultGraphLayout.Of(series, [])!;

        Assert.Equal(4, layout.Tests.Select(test => test.AxisX).Distinct().Count());
        Assert.All(
            layout.Tests,
            test => Assert.True(test.AxisX <= layout.Left || test.AxisX >= layout.Right)
        );
        Assert.All(layout.Marks, mark => Assert.InRange(mark.X, layout.Left, layout.Right));
    }

    [Fact]
    public void A_test_with_nothing_to_draw_is_named_and_not_forgotten()
    {
        var graph = Graph([Potassiums(), One(Worded("2026-01-02", "haemolysed"))]);

        Assert.Contains(
            "is not drawn",
            graph.Find("[data-undrawn]").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Medications_are_bars_on_the_time_axis_of_the_results()
    {
        // The results run from 01-Jan to 01-Mar-2026.
        var layout = ResultGraphLayout.Of(
            [Potassiums(), Glucoses()],
            [
                Course("within", "2026-01-15", "2026-02-01", Standing.Past),
                Course("current", "2020-01-01", null, Standing.Current),
                Course("over", "2020-01-01", "2021-01-01", Standing.Past),
                Course("later", "2026-06-01", null, Standing.Current),
                Course("no start", null, null, Standing.Current),
            ]
        )!;

        Assert.Equal(["within", "current"], layout.Medications.Select(bar => bar.Course.Id));
        var (within, current) = (layout.Medications[0], layout.Medications[1]);
        Assert.Equal(
            (layout.Marks.Min(mark => mark.X), layout.Marks.Max(mark => mark.X)),
            (current.X, current.EndX)
        );
        Assert.Equal(17.0 / 59, (within.EndX - within.X) / (current.EndX - current.X), 3);
        Assert.True(within.Y >= ResultGraphLayout.Bottom && layout.Height >= current.Y + 15);
    }

    [Fact]
    public void GTAB_017_What_a_vague_date_or_a_missing_end_leaves_open_is_drawn_as_open()
    {
        var layout = ResultGraphLayout.Of(
            [Potassiums(), Glucoses()],
            [
                Course("month", "2026-02", "2026-02-20", Standing.Past),
                Course("no end", "2026-01-10", null, Standing.Past),
            ]
        )!;

        var vague = layout.Medications.Single(bar => bar.Course.Id == "month");
        Assert.True(vague.X < vague.SureX && vague.SureX == vague.SureEndX);
        var open = layout.Medications.Single(bar => bar.Course.Id == "no end");
        Assert.True(open.EndX - open.SureEndX is > 0 and < 20);
    }

    [Fact]
    public void A_medication_can_be_read_exactly_and_says_whether_it_is_over()
    {
        var graph = Graph(
            [Potassiums(), Glucoses()],
            Course("m", "2026-01-15", "2026-02-01", Standing.Past)
        );

        var bar = graph.Find(".medication.ended");
        const string Words =
            "Metformin, from 15-Jan-2026, until 01-Feb-2026, ended, status not recorded";
        Assert.Equal(Words, bar.GetAttribute("aria-label"));
        bar.Focus();
        Assert.Equal(Words, graph.Find(".read").TextContent);
    }

    private static ResultSeries Potassiums() =>
        One(
            Potassium("2026-01-01", "4.1", range: ("3.5", "5.1")),
            Potassium("2026-02-01", "6.2", flag: "HH", range: ("3.5", "5.1"))
        );

    private static ResultSeries Glucoses() =>
        One(
            Glucose(Potassium("2026-01-11", "88", unit: "mg/dL", range: ("70", "99"))),
            Glucose(
                Potassium("2026-03-01", "92", unit: "mg/dL", source: "east", range: ("70", "99"))
            )
        );

    private static Observation Glucose(Observation result) =>
        result with
        {
            Code = new CodeableConcept
            {
                Text = "Glucose",
                Codings =
                [
                    new Coding(CodeSystems.Loinc, "2339-0", "Glucose [Mass/volume] in Blood"),
                ],
            },
        };

    private static MedicationCourse Course(
        string id,
        string? start,
        string? end,
        Standing standing
    ) =>
        new(
            MergedRecord<Medication>.Alone(
                new Medication
                {
                    Id = id,
                    Code = Sample.Text("Metformin"),
                    Start = start is null ? null : PartialDate.Parse(start),
                    End = end is null ? null : PartialDate.Parse(end),
                }
            ),
            standing
        );

    private IRenderedComponent<ResultGraph> Usual() => Graph([Potassiums(), Glucoses()]);

    private IRenderedComponent<ResultGraph> Graph(
        IReadOnlyList<ResultSeries> series,
        params MedicationCourse[] medications
    ) =>
        Render<ResultGraph>(parameters =>
            parameters
                .Add(graph => graph.Series, series)
                .Add(graph => graph.Patient, Patient)
                .Add(graph => graph.Medications, medications)
        );

    /// <summary>A symbol without its place.</summary>
    private static string Outline(IElement mark) =>
        mark.GetAttribute("d")!.TrimStart('M') is var path
            ? path[path.IndexOfAny(['a', 'h', 'l'])..]
            : "";

    private static string Folded(IElement element) =>
        string.Join(
            ' ',
            element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
