using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.Timeline;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Components.Timeline;

/// <summary>The timeline in each state of its sections: unknown is never drawn as empty, and nothing drawn is left out of the table.</summary>
public sealed class TimelineViewTests : BunitContext
{
    private const string Module = "./Components/Timeline/TimelineDrawing.razor.js";

    private readonly ChartSession _session = Sample.Session();
    private readonly BunitJSModuleInterop _drawing;

    public TimelineViewTests()
    {
        var client = Sample.Client();
        Services.AddSingleton(RecordSections.Encounters(Sample.Clients(client)));
        Services.AddSingleton(RecordSections.Conditions(Sample.Clients(client)));
        Services.AddSingleton(
            RecordSections.Medications(Sample.Clients(client), new ManualClock())
        );
        Services.AddSingleton(RecordSections.Procedures(Sample.Clients(client)));
        Services.AddSingleton(RecordSections.Results(Sample.Clients(client)));
        Services.AddSingleton(RecordSections.Immunizations(Sample.Clients(client)));
        Services.AddSingleton(RecordSections.Allergies(Sample.Clients(client)));
        Services.AddSingleton(RecordSections.Documents(Sample.Clients(client)));
        Services.AddSingleton(
            new DataPartitions([new(Sample.Partition, "St. Brigid"), new("east", "Eastside")])
        );
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<DemographicRecord>>()
                .AddReducers(typeof(SectionReducers<DemographicRecord>))
                .AddFeature<SectionFeature<Encounter>>()
                .AddReducers(typeof(SectionReducers<Encounter>))
                .AddFeature<SectionFeature<Condition>>()
                .AddReducers(typeof(SectionReducers<Condition>))
                .AddFeature<SectionFeature<Medication>>()
                .AddReducers(typeof(SectionReducers<Medication>))
                .AddFeature<SectionFeature<Procedure>>()
                .AddReducers(typeof(SectionReducers<Procedure>))
                .AddFeature<SectionFeature<Observation>>()
                .AddReducers(typeof(SectionReducers<Observation>))
                .AddFeature<SectionFeature<Immunization>>()
                .AddReducers(typeof(SectionReducers<Immunization>))
                .AddFeature<SectionFeature<Allergy>>()
                .AddReducers(typeof(SectionReducers<Allergy>))
                .AddFeature<SectionFeature<DocumentReference>>()
                .AddReducers(typeof(SectionReducers<DocumentReference>))
                .AddFeature<FindFeature>()
                .AddReducers(typeof(FindReducers))
        );
        JSInterop.Mode = JSRuntimeMode.Loose;
        // A dialog stays open: nobody closes it.
        JSInterop.SetupModule("./Components/Ui/Dialog.razor.js").Setup<bool>("show", _ => true);
        var module = JSInterop.SetupModule(Module);
        _drawing = module.SetupModule("draw", _ => true);
        _drawing.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Before_anything_has_come_every_lane_says_that_it_is_loading()
    {
        var view = View();

        Assert.Equal(
            [
                "encounters",
                "conditions",
                "medications",
                "procedures",
                "results",
                "immunizations",
                "allergies",
                "documents",
            ],
            view.FindAll("[data-lane]").Select(lane => lane.GetAttribute("data-lane"))
        );
        Assert.All(view.FindAll(".said"), said => Assert.Equal("Loading …", said.TextContent));
        Assert.Equal(8, view.FindAll(".said").Count);
    }

    [Fact]
    public void Rule_2_A_lane_that_failed_says_that_this_does_not_mean_that_there_are_none()
    {
        Receive(Gout("1", "2009"));
        Fail<Observation>();
        var load = new LoadSection<Encounter>(_session);
        Dispatch(load);
        Dispatch(new SectionPageReceived<Encounter>(load, [new() { Id = "1" }], _session.OpenedAt));
        Dispatch(new SectionFailed<Encounter>(load, Failure));
        var view = View();

        Assert.Equal(
            "Not available. This does not mean that there are no results.",
            Said(view, "results")
        );
        Assert.Equal(
            "Partly received: 1 encounters so far, more may exist.",
            Said(view, "encounters")
        );
        Assert.Empty(view.FindAll("[data-lane=conditions] .said"));
        Assert.Contains(
            "more may exist",
            view.Find(".count").TextContent,
            StringComparison.Ordinal
        );
        Table(view);
        Assert.Contains(
            "Results: Not available. This does not mean that there are no results.",
            view.Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_empty_chart_has_eight_lanes_that_say_what_that_means()
    {
        ReceiveNothing();
        var view = View();

        Assert.Equal(8, view.FindAll(".said").Count);
        Assert.All(
            view.FindAll(".said"),
            said =>
                Assert.StartsWith(
                    "None received. This is not a statement that there are no",
                    said.TextContent,
                    StringComparison.Ordinal
                )
        );
        Table(view);
        Assert.Empty(view.FindAll("table"));
        Assert.Equal(8, view.FindAll(".missing").Count);
    }

    [Fact]
    public void Items_without_a_date_are_counted_and_listed_and_lead_to_their_records()
    {
        ReceiveNothing();
        Receive(Gout("1", null), Named("2", "Zoster", "2009"), Named("3", "Asthma", "who knows"));
        var view = View();

        Button(view, "2 without a date").Click();

        Assert.Equal(
            ["Asthma", "Gout"],
            view.FindAll("[data-timeline-list] button").Select(item => item.TextContent).Order()
        );
        view.FindAll("[data-timeline-list] button")
            .First(item => item.TextContent == "Gout")
            .Click();
        Assert.Equal(
            new MarkRecord(ChartView.Conditions, "1"),
            Services.GetRequiredService<IState<FindState>>().Value.Marked
        );
        Assert.EndsWith(
            _session.Address(ChartView.Conditions),
            Services.GetRequiredService<NavigationManager>().Uri,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Items_before_birth_after_death_and_in_the_future_are_told()
    {
        Person(new() { BirthDate = Date("1950-01-01"), DeathDate = Date("2020-05") });
        Receive(
            Named("1", "Gout", "1949-12", "1949-12"),
            Named("2", "Zoster", "2021", "2021"),
            Named("3", "Asthma", "2030", "2030")
        );
        var view = View();

        Assert.NotNull(Button(view, "1 before birth"));
        Assert.NotNull(Button(view, "2 after death"));
        Assert.NotNull(Button(view, "1 in the future"));
        Assert.Contains(
            "born 01-Jan-1950, deceased May-2020",
            view.Find("header").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_patient_who_died_nobody_recorded_when_is_marked_deceased()
    {
        Person(new() { BirthDate = Date("1950"), Deceased = true });

        Assert.Contains(
            "born 1950, deceased (date not recorded)",
            View().Find("header").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void GTAB_017_A_vague_date_is_sent_as_a_span_of_which_nothing_is_certain()
    {
        Receive(
            Named("1", "Gout", "2009-03", "2009-03"),
            Named("2", "Zoster", "2010-03-01", "2011-01-01")
        );
        View();

        var lane = Sent(1);
        Assert.Equal([31 * 1_440L, 307 * 1_440L], lane.Length);
        Assert.Empty(lane.Sure[0]!);
        Assert.Null(lane.Sure[1]);
    }

    [Fact]
    public void No_identifier_goes_to_the_browser()
    {
        Receive(
            Gout("record-id-1", "2009") with
            {
                SourceIdentifier = new("877307a0", "person-id-1"),
            }
        );
        View();

        var sent = System.Text.Json.JsonSerializer.Serialize(Sent(1));
        Assert.Contains("Gout", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("record-id-1", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("person-id-1", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_items_are_sent_once_and_the_table_lists_as_many()
    {
        ReceiveNothing();
        Receive([
            .. Enumerable
                .Range(0, 10_000)
                .Select(i =>
                    Named($"{i:00000}", $"Problem {i}", $"{1950 + (i % 70)}-0{1 + (i % 9)}-11")
                ),
        ]);
        var view = View();

        Assert.Single(
            _drawing.Invocations,
            call =>
                call is { Identifier: "lane" }
                && call.Arguments[0] is 1
                && ((LaneDrawing)call.Arguments[1]!).Start.Count > 0
        );
        Assert.Equal(10_000, Sent(1).Start.Count);
        Assert.Contains("10,000 records in 10,000 items", view.Markup, StringComparison.Ordinal);
        Table(view);
        Assert.Contains(
            "1–50 of 10,000",
            view.Find(".tools").TextContent.Replace("rows ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal(50, view.FindAll("tr[data-record]").Count);
    }

    [Fact]
    public void The_table_sorts_by_each_column_and_says_so()
    {
        ReceiveNothing();
        Receive(
            Named("1", "Zoster", "2010-01-01"),
            Named("2", "Asthma", "2012-01-01"),
            Named("3", "Gout", "2011-01-01")
        );
        var view = View();
        Table(view);
        Assert.Equal(["2", "3", "1"], Rows());
        Assert.Equal("items, newest first", view.Find("caption").TextContent);

        Press("What");
        Assert.Equal(["2", "3", "1"], Rows());
        Assert.Equal("items, sorted by What, ascending", view.Find("caption").TextContent);
        Press("Date");
        Assert.Equal(["1", "3", "2"], Rows());
        Press("Date");
        Press("Date");
        Assert.Equal(["2", "3", "1"], Rows());

        IEnumerable<string?> Rows() =>
            view.FindAll("tr[data-record]").Select(row => row.GetAttribute("data-record"));
        void Press(string heading) =>
            view.FindAll("th button.sort")
                .Single(header => header.TextContent.StartsWith(heading, StringComparison.Ordinal))
                .Click();
    }

    [Fact]
    public async Task A_mark_of_several_lists_them_and_a_mark_of_one_leads_to_its_record()
    {
        Receive(Gout("1", "2009-01-01"), Named("2", "Zoster", "2009-01-02"));
        var view = View();
        var drawing = view.FindComponent<TimelineDrawing>();

        await drawing.InvokeAsync(() => drawing.Instance.Open(1, 0, 1, 0));
        Assert.Equal(2, view.FindAll("[data-timeline-list] li").Count);
        Assert.Contains("2 conditions", view.Find("dialog").TextContent, StringComparison.Ordinal);

        await drawing.InvokeAsync(() => drawing.Instance.Open(1, 1, 1, 0));
        Assert.Equal(
            new MarkRecord(ChartView.Conditions, "2"),
            Services.GetRequiredService<IState<FindState>>().Value.Marked
        );
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(8, 0, 0)]
    [InlineData(1, -1, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(1, 0, 1)]
    public async Task What_a_browser_makes_up_opens_nothing(int lane, int first, int last)
    {
        Receive(Gout("1", "2009-01-01"));
        var view = View();
        var drawing = view.FindComponent<TimelineDrawing>();

        await drawing.InvokeAsync(() => drawing.Instance.Open(lane, first, last, 0));

        Assert.Empty(view.FindAll("[data-timeline-list]"));
        Assert.Null(Services.GetRequiredService<IState<FindState>>().Value.Marked);
    }

    [Fact]
    public void By_source_the_lanes_hold_what_that_source_sent_and_the_filter_is_obvious()
    {
        Receive(
            Gout("1", "2009") with
            {
                SourceIdentifier = new(Sample.Partition, "1"),
            },
            Named("2", "Zoster", "2010") with
            {
                SourceIdentifier = new("east", "2"),
            }
        );
        var view = View();

        view.Find("select").Change("east");

        Assert.Equal(["Zoster"], Titles(Sent(1)));
        Assert.Equal("only Eastside", view.Find(".chip").TextContent);
        Assert.Contains(
            "showing 1 of 2 records",
            view.Find(".count").TextContent,
            StringComparison.Ordinal
        );

        Button(view, "Clear filter").Click();

        Assert.Equal(["Gout", "Zoster"], Titles(Sent(1)).Order());
    }

    [Fact]
    public async Task Once_the_chart_is_locked_the_browser_is_told_to_let_go()
    {
        Receive(Gout("1", "2009"));
        View();

        await DisposeComponentsAsync();

        Assert.Single(_drawing.Invocations["stop"]);
    }

    private static readonly HealtheIntentFailure Failure = new(
        FailureKind.ViewerFault,
        "observation"
    );

    private IRenderedComponent<TimelineView> View() =>
        Render<TimelineView>(parameters => parameters.Add(view => view.Session, _session));

    private static void Table(IRenderedComponent<TimelineView> view) =>
        Button(view, "Table").Click();

    private static AngleSharp.Dom.IElement Button(
        IRenderedComponent<TimelineView> view,
        string text
    ) => view.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private static string Said(IRenderedComponent<TimelineView> view, string lane) =>
        view.Find($"[data-lane={lane}] .said").TextContent;

    private LaneDrawing Sent(int lane) =>
        (LaneDrawing)
            _drawing
                .Invocations["lane"]
                .Last(call => call.Arguments[0] is int place && place == lane)
                .Arguments[1]!;

    private static IEnumerable<string> Titles(LaneDrawing lane) =>
        lane.Title.Select(place => lane.Words[place]);

    private void ReceiveNothing()
    {
        ReceiveNone<Encounter>();
        ReceiveNone<Condition>();
        ReceiveNone<Medication>();
        ReceiveNone<Procedure>();
        ReceiveNone<Observation>();
        ReceiveNone<Immunization>();
        ReceiveNone<Allergy>();
        ReceiveNone<DocumentReference>();
    }

    private void ReceiveNone<TRecord>()
    {
        var load = new LoadSection<TRecord>(_session);
        Dispatch(load);
        Dispatch(new SectionReceived<TRecord>(load, _session.OpenedAt, SaysNone: false));
    }

    private void Receive(params Condition[] records)
    {
        var load = new LoadSection<Condition>(_session);
        Dispatch(load);
        Dispatch(new SectionPageReceived<Condition>(load, records, _session.OpenedAt));
        Dispatch(new SectionReceived<Condition>(load, _session.OpenedAt, SaysNone: false));
    }

    private void Person(DemographicRecord person)
    {
        var load = new LoadSection<DemographicRecord>(_session);
        Dispatch(load);
        Dispatch(new SectionPageReceived<DemographicRecord>(load, [person], _session.OpenedAt));
        Dispatch(new SectionReceived<DemographicRecord>(load, _session.OpenedAt, SaysNone: false));
    }

    private void Fail<TRecord>()
    {
        var load = new LoadSection<TRecord>(_session);
        Dispatch(load);
        Dispatch(new SectionFailed<TRecord>(load, Failure));
    }

    private void Dispatch(object action) =>
        Services.GetRequiredService<IDispatcher>().Dispatch(action);

    private static Condition Gout(string id, string? onset) => Named(id, "Gout", onset);

    private static Condition Named(
        string id,
        string name,
        string? onset,
        string? resolved = null
    ) =>
        new()
        {
            Id = id,
            Code = Sample.Text(name),
            Onset = Date(onset),
            ResolvedOn = Date(resolved),
        };

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}
