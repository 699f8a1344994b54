using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Raw;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Chart.Visits;
using HeiChartViewer.Web.Components.Sections;
using HeiChartViewer.Web.Components.Visits;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Components.Visits;

/// <summary>A chart narrowed to a visit says so, says what that leaves out, and can be widened again.</summary>
public sealed class VisitTests : BunitContext
{
    private readonly ChartSession _session = Sample.Session() with
    {
        Host = new HostContext { EncounterId = "97001" },
    };

    public VisitTests()
    {
        var conditions = RecordSections.Conditions(Sample.Clients());
        var encounters = RecordSections.Encounters(Sample.Clients());
        Services.AddSingleton(conditions);
        Services.AddSingleton<SectionDefinition<Condition>>(conditions);
        Services.AddSingleton(encounters);
        Services.AddSingleton<SectionDefinition<Encounter>>(encounters);
        Services.AddSingleton(new DataPartitions([new(Sample.Partition, "St. Brigid")]));
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<Condition>>()
                .AddReducers(typeof(SectionReducers<Condition>))
                .AddFeature<SectionFeature<Encounter>>()
                .AddReducers(typeof(SectionReducers<Encounter>))
                .AddFeature<FindFeature>()
                .AddReducers(typeof(FindReducers))
                .AddFeature<VisitFeature>()
                .AddReducers(typeof(VisitReducers))
                .AddFeature<RawFeature>()
                .AddReducers(typeof(RawReducers))
        );
        JSInterop.Mode = JSRuntimeMode.Loose;
        Receive(
            new Encounter
            {
                Id = "e1",
                SourceIdentifier = new(Sample.Partition, "97001"),
                Type = Sample.Text("Inpatient"),
                HospitalService = Sample.Text("General Medicine"),
                Start = PartialDate.Parse("2024-03-12T08:00:00Z"),
                End = PartialDate.Parse("2024-03-15T09:00:00Z"),
            },
            new Encounter
            {
                Id = "e1-claim",
                SourceIdentifier = new("claims", "1"),
                Type = Sample.Text("Inpatient"),
                Start = PartialDate.Parse("2024-03-12T08:00:00Z"),
            },
            new Encounter
            {
                Id = "e2",
                SourceIdentifier = new("claims", "97001"),
                Type = Sample.Text("Ambulatory"),
                Start = PartialDate.Parse("2025-01-02"),
            }
        );
        Receive(Made("1", "e1"), Made("2", "e1-claim"), Made("3", "e2"), Made("4", null));
    }

    [Fact]
    public void PAL_0750_A_narrowed_section_says_to_what_and_how_much_that_leaves_out()
    {
        var section = Conditions();
        Assert.Empty(section.FindAll("[data-visit-filter]"));

        Narrow("e1");

        section.WaitForAssertion(() => Assert.Equal(["1", "2"], Rows(section)));
        var filter = section.Find("[data-visit-filter]");
        Assert.Equal(
            "Visit 12-Mar-2024, General Medicine",
            filter.QuerySelector(".chip")!.TextContent
        );
        Assert.Equal(
            "showing 2 of 4; left out as they name no visit: 1",
            filter.QuerySelector("[role=status]")!.TextContent
        );
        Assert.Equal("4", section.Find(".count").TextContent);

        section.Find("[data-visit-filter] button").Click();
        section.WaitForAssertion(() => Assert.Equal(["1", "2", "3", "4"], Rows(section)));
    }

    [Fact]
    public void Rule_2_A_section_without_a_record_of_the_visit_does_not_say_none()
    {
        Receive(Made("4", null));
        var section = Conditions();

        Narrow("e1");

        section.WaitForAssertion(() =>
            Assert.Contains(
                "That does not say that there were none",
                section.Markup,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public void A_record_that_a_search_leads_to_is_shown_whatever_the_visit()
    {
        var section = Conditions();
        Narrow("e1");
        section.WaitForAssertion(() => Assert.Equal(["1", "2"], Rows(section)));

        Dispatch(new MarkRecord(ChartView.Conditions, "3"));

        section.WaitForAssertion(() =>
            Assert.Equal("3", section.Find("tr.marked").GetAttribute("data-record"))
        );
        Assert.Empty(section.FindAll("[data-visit-filter]"));
    }

    [Fact]
    public void A_stopped_chart_forgets_the_visit()
    {
        Narrow("e1");

        Dispatch(new ChartStopped(ChartStop.Locked));

        Assert.Null(Services.GetRequiredService<IState<VisitState>>().Value.Visit);
    }

    [Fact]
    public void A_visit_is_one_however_many_sources_recorded_it_and_shows_its_length()
    {
        var view = Encounters();

        Assert.Equal(["e2", "e1"], Rows(view));
        Assert.Contains(
            "3 days",
            view.Find("[data-record=e1]").TextContent,
            StringComparison.Ordinal
        );
        view.Find("[data-record=e1] button.only").Click();
        view.WaitForAssertion(() =>
            Assert.Contains(
                "Visit 12-Mar-2024, General Medicine",
                view.Find("[data-narrowed]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(
            ["e1", "e1-claim"],
            Services.GetRequiredService<IState<VisitState>>().Value.Visit!.Ids
        );
        Assert.Equal(["e2", "e1"], Rows(view));
    }

    [Fact]
    public void The_visit_of_the_launch_is_offered_and_not_applied()
    {
        var view = Encounters();

        Assert.Null(Services.GetRequiredService<IState<VisitState>>().Value.Visit);
        Assert.Contains(
            "Opened from the visit 12-Mar-2024, General Medicine",
            view.Find("[data-launched]").TextContent,
            StringComparison.Ordinal
        );
        view.Find("[data-launched] button").Click();
        view.WaitForElement("[data-narrowed]");
    }

    private IRenderedComponent<RecordView<Condition>> Conditions() =>
        Render<RecordView<Condition>>(parameters => parameters.Add(v => v.Session, _session));

    private IRenderedComponent<EncountersView> Encounters() =>
        Render<EncountersView>(parameters => parameters.Add(v => v.Session, _session));

    private static IEnumerable<string?> Rows<TComponent>(IRenderedComponent<TComponent> view)
        where TComponent : Microsoft.AspNetCore.Components.IComponent =>
        view.FindAll("tr[data-record]").Select(row => row.GetAttribute("data-record"));

    private void Narrow(string encounter)
    {
        var view = Encounters();
        view.Find($"[data-record={encounter}] button.only").Click();
    }

    private void Receive<TRecord>(params TRecord[] records)
    {
        var load = new LoadSection<TRecord>(_session);
        Dispatch(load);
        Dispatch(new SectionPageReceived<TRecord>(load, records, _session.OpenedAt));
        Dispatch(new SectionReceived<TRecord>(load, _session.OpenedAt, SaysNone: false));
    }

    private void Dispatch(object action) =>
        Services.GetRequiredService<IDispatcher>().Dispatch(action);

    private static Condition Made(string id, string? encounter) =>
        new()
        {
            Id = id,
            Code = Sample.Text($"Problem {id}"),
            Encounter = encounter is null ? null : new Reference(encounter),
        };
}
