using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Components.Sections;
using HeiChartViewer.Web.Launch;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Sections;

public sealed class RecordListTests : BunitContext
{
    private const string Eastside = "eastside";
    private MergedRecord<Condition>? _opened;

    public RecordListTests()
    {
        Services.AddSingleton(RecordSections.Conditions(Sample.Clients()));
        Services.AddSingleton(
            new DataPartitions([new(Sample.Partition, "St. Brigid"), new(Eastside, "Eastside")])
        );
        Services.AddFlux(store =>
            store.AddFeature<FindFeature>().AddReducers(typeof(FindReducers))
        );
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Rule_4_Rows_say_how_many_records_they_stand_for_and_these_add_up()
    {
        var list = List(
            Record("1", "Asthma"),
            Record("2", "Asthma", Eastside),
            Record("3", "Gout")
        );

        Assert.Equal(["2", "1"], Weights(list));
        Assert.Contains("3 records in 2 rows", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_4_One_click_opens_everything_behind_a_row()
    {
        var list = List(Record("1", "Asthma"), Record("2", "Asthma", Eastside));

        list.Find("button.contributors").Click();

        Assert.Equal(["1", "2"], _opened!.Contributors.Select(record => record.Id));
    }

    [Fact]
    public void Every_record_can_have_a_row_of_its_own()
    {
        var list = List(Record("1", "Asthma"), Record("2", "Asthma", Eastside));

        list.Find("input[type=checkbox]").Change(true);

        Assert.Equal(["1", "1"], Weights(list));
        list.Find("input[type=checkbox]").Change(false);
        Assert.Equal(["2"], Weights(list));
    }

    [Fact]
    public void A_row_for_each_record_stands_in_the_address_and_is_found_again_there()
    {
        var place = new ChartPlace(name => name, _ => Task.CompletedTask);

        Placed().Find("input[type=checkbox]").Change(true);

        Assert.Equal("?conditions-rows=each", place.Query);
        var again = Placed();
        Assert.Equal(["1", "1"], Weights(again));
        again.Find("input[type=checkbox]").Change(false);
        Assert.Equal("", place.Query);

        IRenderedComponent<RecordList<Condition>> Placed() =>
            Render<RecordList<Condition>>(parameters =>
                parameters
                    .AddCascadingValue(place)
                    .Add(
                        list => list.Records,
                        [Record("1", "Asthma"), Record("2", "Asthma", Eastside)]
                    )
            );
    }

    [Fact]
    public void A_source_can_be_looked_at_alone_and_its_count_is_what_is_shown()
    {
        var list = List(
            Record("1", "Asthma"),
            Record("2", "Asthma", Eastside),
            Record("3", "Gout")
        );

        Button(list, "St. Brigid 2").Click();

        Assert.Equal(["1", "1"], Weights(list));
        Assert.Contains("showing 2 of 3 records", list.Markup, StringComparison.Ordinal);
        Assert.Equal("only St. Brigid", list.Find(".chip").TextContent);
        list.Find(".chip + button").Click();
        Assert.Empty(list.FindAll(".chip"));
        Assert.Equal(["2", "1"], Weights(list));
        Button(list, "Eastside 1").Click();
        Button(list, "All sources 3").Click();
        Assert.Equal(["2", "1"], Weights(list));
    }

    [Fact]
    public void The_caption_says_the_order_that_the_rows_are_in()
    {
        var list = List(Record("1", "Gout"), Record("2", "Asthma"));
        Assert.Equal("conditions, in groups, what is current first, then the newest", Caption());

        Press();
        Assert.Equal("conditions, in groups, sorted by Source, ascending", Caption());
        Press();
        Assert.Equal("conditions, in groups, sorted by Source, descending", Caption());

        string Caption() => list.Find("caption").TextContent;
        void Press() =>
            list.FindAll("th button.sort")
                .Single(header => header.TextContent.StartsWith("Source", StringComparison.Ordinal))
                .Click();
    }

    [Fact]
    public void A_filter_counts_records_and_keeps_the_whole_row()
    {
        var list = List(
            Record("1", "Asthma"),
            Record("2", "Asthma", Eastside),
            Record("3", "Gout")
        );
        list.Render(parameters => parameters.Add(l => l.Records, Many()));

        list.Find("input[type=search]").Input("Eastside");

        Assert.Equal(["2"], Weights(list));
        Assert.Contains("showing 2 of 202", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_sorts_upwards_downwards_and_not_and_what_is_not_recorded_stays_last()
    {
        var list = List(
            Record("1", "Gout") with
            {
                Status = Sample.Text("Stage 10"),
            },
            Record("2", "Asthma"),
            Record("3", "Zoster") with
            {
                Status = Sample.Text("stage 2"),
            }
        );

        Assert.Equal(["3", "1", "2"], Sorted("Status"));
        Assert.Equal("ascending", Header("Status").ParentElement!.GetAttribute("aria-sort"));
        Assert.Equal(["1", "3", "2"], Sorted("Status"));
        Assert.Equal(["1", "2", "3"], Sorted("Status"));
        Assert.Null(Header("Status").ParentElement!.GetAttribute("aria-sort"));

        AngleSharp.Dom.IElement Header(string name) =>
            list.FindAll("th button.sort")
                .Single(header => header.TextContent.StartsWith(name, StringComparison.Ordinal));

        IEnumerable<string?> Sorted(string name)
        {
            Header(name).Click();
            return list.FindAll("tr[data-record]").Select(row => row.GetAttribute("data-record"));
        }
    }

    [Fact]
    public void Dates_sort_by_time_and_not_by_their_words()
    {
        var list = List(
            Record("1", "Gout") with
            {
                Onset = PartialDate.Parse("2020-12-01"),
            },
            Record("2", "Asthma") with
            {
                Onset = PartialDate.Parse("2021-01-01"),
            },
            Record("3", "Zoster")
        );

        list.FindAll("th button.sort")[0].Click();

        Assert.Equal(
            ["1", "2", "3"],
            list.FindAll("tr[data-record]").Select(row => row.GetAttribute("data-record"))
        );
    }

    [Fact]
    public void A_record_that_a_search_led_to_is_shown_and_marked_once_whatever_was_chosen()
    {
        var list = List(
            Record("1", "Asthma"),
            Record("2", "Asthma", Eastside),
            Record("3", "Gout")
        );
        Button(list, "Eastside 1").Click();

        Dispatcher.Dispatch(new MarkRecord(ChartView.Conditions, "3"));

        list.WaitForAssertion(() =>
            Assert.Equal("3", list.Find("tr.marked").GetAttribute("data-record"))
        );
        Assert.Null(Services.GetRequiredService<IState<FindState>>().Value.Marked);
    }

    [Fact]
    public void A_mark_of_another_section_or_another_list_is_left_for_it()
    {
        var list = List(Record("1", "Asthma"));

        Dispatcher.Dispatch(new MarkRecord(ChartView.Allergies, "1"));
        Dispatcher.Dispatch(new MarkRecord(ChartView.Conditions, "2"));

        Assert.Empty(list.FindAll("tr.marked"));
        Assert.NotNull(Services.GetRequiredService<IState<FindState>>().Value.Marked);
    }

    [Fact]
    public void The_problem_list_stands_apart_from_diagnoses_and_what_is_active_comes_first_in_each()
    {
        var list = List(
            Record("1", "Fracture") with
            {
                Classification = Sample.Text("Claims diagnosis"),
            },
            Record("2", "Gout") with
            {
                Classification = Sample.Text("Problem list"),
                Status = Sample.Text("resolved"),
            },
            Record("3", "Rash"),
            Record("4", "Asthma") with
            {
                Classification = Sample.Text("Problem list"),
            }
        );

        Assert.Equal(
            [
                "Problem list 2",
                "4",
                "2",
                "Diagnoses of visits and claims 1",
                "1",
                "Kind not stated by the source 1",
                "3",
            ],
            Lines(list)
        );
        // A column orders within the groups.
        Button(list, "Condition").Click();
        Assert.Equal(["4", "2", "1", "3"], Lines(list).Where(line => line.Length == 1));
        Button(list, "Condition ▴").Click();
        Assert.Equal(["2", "4", "1", "3"], Lines(list).Where(line => line.Length == 1));
    }

    [Fact]
    public void Every_column_of_dates_sorts_by_time()
    {
        var list = List(
            Record("1", "Rash") with
            {
                ResolvedOn = PartialDate.Parse("2019-02-21"),
            },
            Record("2", "Gout") with
            {
                ResolvedOn = PartialDate.Parse("2020-01-03"),
            },
            Record("3", "Cough") with
            {
                ResolvedOn = PartialDate.Parse("2018-12"),
            }
        );

        Button(list, "Resolved").Click();

        Assert.Equal(["3", "1", "2"], Lines(list).Where(line => line.Length == 1));
    }

    [Fact]
    public void A_group_that_goes_on_overleaf_is_counted_whole()
    {
        var list = List([
            .. Many().Select(record => record with { Classification = Sample.Text("Problem") }),
        ]);

        Assert.Equal("Problem list 202", Lines(list).First());
        Button(list, "Next").Click();
        Assert.Equal("Problem list 202", Lines(list).First());
    }

    [Fact]
    public void Nothing_to_choose_is_not_offered()
    {
        var list = List(Record("1", "Asthma"), Record("2", "Gout"));

        Assert.Empty(list.FindAll(".view"));
    }

    private IDispatcher Dispatcher => Services.GetRequiredService<IDispatcher>();

    private static Condition[] Many() =>
        [
            .. Enumerable
                .Range(0, 200)
                .Select(i =>
                    Record(
                        i.ToString(System.Globalization.CultureInfo.InvariantCulture),
                        $"Illness {i}"
                    )
                ),
            Record("a", "Asthma"),
            Record("b", "Asthma", Eastside),
        ];

    private static IEnumerable<string> Lines(IRenderedComponent<RecordList<Condition>> list) =>
        list.FindAll("tbody tr")
            .Select(row => row.GetAttribute("data-record") ?? row.TextContent.Trim());

    private static IEnumerable<string?> Weights(IRenderedComponent<RecordList<Condition>> list) =>
        list.FindAll("tr[data-record]").Select(row => row.GetAttribute("data-contributors"));

    private static AngleSharp.Dom.IElement Button(
        IRenderedComponent<RecordList<Condition>> list,
        string text
    ) => list.FindAll("button").Single(button => button.TextContent == text);

    private IRenderedComponent<RecordList<Condition>> List(params Condition[] records) =>
        Render<RecordList<Condition>>(parameters =>
            parameters.Add(l => l.Records, records).Add(l => l.Opened, row => _opened = row)
        );

    private static Condition Record(string id, string name, string source = Sample.Partition) =>
        new()
        {
            Id = id,
            Code = Sample.Text(name),
            SourceIdentifier = new(source, $"local-{id}"),
        };
}
