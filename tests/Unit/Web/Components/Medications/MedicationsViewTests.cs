using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Raw;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Chart.Visits;
using HeiChartViewer.Web.Components.Medications;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Components.Medications;

public sealed class MedicationsViewTests : BunitContext
{
    private readonly ChartSession _session = Sample.Session();

    public MedicationsViewTests()
    {
        var medications = RecordSections.Medications(Sample.Clients(), new ManualClock());
        var dispenses = RecordSections.Dispenses(Sample.Clients());
        Services.AddSingleton(medications);
        Services.AddSingleton<SectionDefinition<Medication>>(medications);
        Services.AddSingleton(dispenses);
        Services.AddSingleton<SectionDefinition<MedicationDispense>>(dispenses);
        Services.AddSingleton(new DataPartitions([new(Sample.Partition, "St. Brigid")]));
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<Medication>>()
                .AddReducers(typeof(SectionReducers<Medication>))
                .AddFeature<SectionFeature<MedicationDispense>>()
                .AddReducers(typeof(SectionReducers<MedicationDispense>))
                .AddFeature<FindFeature>()
                .AddReducers(typeof(FindReducers))
                .AddFeature<VisitFeature>()
                .AddReducers(typeof(VisitReducers))
                .AddFeature<RawFeature>()
                .AddReducers(typeof(RawReducers))
        );
        JSInterop.Mode = JSRuntimeMode.Loose;
        Receive(Ordered("m1", "active"));
    }

    [Fact]
    public void A_medication_shows_when_and_for_how_long_it_was_dispensed()
    {
        Receive(
            Fill("d1") with
            {
                Medication = new("m1"),
                DispensedOn = PartialDate.Parse("2026-10-12"),
                Quantity = new() { Value = "30", Unit = Sample.Text("tablet") },
                DaysSupply = new() { Value = "30", Unit = Sample.Text("days") },
                Status = Sample.Text("Completed"),
            }
        );

        Assert.Equal(
            ["12-Oct-2026", "for 30 days"],
            Row("m1").QuerySelectorAll(".dispense").Select(line => line.TextContent)
        );
    }

    [Fact]
    public void The_newest_dispense_stands_with_its_medication_and_how_many_more_there_are()
    {
        Receive(
            Fill("d1") with
            {
                Medication = new("m1"),
                DispensedOn = PartialDate.Parse("2025-01"),
            },
            Fill("d2") with
            {
                Medication = new("m1"),
                DispensedOn = PartialDate.Parse("2026-01"),
                Status = Sample.Text("Cancelled"),
            }
        );

        var cell = Row("m1").Children[^3].TextContent;

        Assert.Contains("Jan-2026, Cancelled", cell, StringComparison.Ordinal);
        Assert.Contains("+1 more", cell, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_source_calls_active_stands_apart_with_the_last_evidence()
    {
        Receive(
            Ordered("m1", "active"),
            new Medication
            {
                Id = "m2",
                Code = Sample.Text("Azithromycin"),
                Start = PartialDate.Parse("2019-01-22"),
            }
        );
        Receive(
            Fill("d1") with
            {
                Medication = new("m2"),
                DispensedOn = PartialDate.Parse("2019-01-23"),
                DaysSupply = new() { Value = "5", Unit = Sample.Text("days") },
                Status = Sample.Text("completed"),
            }
        );

        Assert.Equal(
            [
                "Current: a source says that it is active 1",
                "Lisinopril",
                "Not known whether current 1",
                "Azithromycin",
            ],
            View()
                .FindAll("[data-section=medications] tbody tr")
                .Select(row => row.QuerySelector("button.name")?.FirstChild ?? row)
                .Select(text => text.TextContent.Trim())
        );
        Assert.Contains(
            "last recorded 22-Jan-2019",
            Row("m2").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("for 5 days", Row("m2").TextContent, StringComparison.Ordinal);

        var card = Render<MedicationCard>(parameters => parameters.Add(c => c.Session, _session));
        Assert.Equal(
            "1 medication that a source says is active · 1 not known whether current",
            card.Find(".sum").TextContent
        );
        Assert.Equal("Not known whether current", card.Find("h3").TextContent);
        Assert.Equal("Azithromycin", card.Find("h3 + ul .title").TextContent);
        Assert.Equal(
            "last fill 23-Jan-2019 for 5 days; last recorded 22-Jan-2019",
            card.Find("h3 + ul .remark").TextContent
        );
    }

    [Fact]
    public void A_cancelled_dispense_is_no_fill()
    {
        Receive(Ordered("m1", "unknown"));
        Receive(Fill("d1") with { Medication = new("m1"), Status = Sample.Text("Cancelled") });

        Assert.StartsWith(
            "no fill received",
            Render<MedicationCard>(parameters => parameters.Add(c => c.Session, _session))
                .Find(".remark")
                .TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_dispense_is_never_said_to_prove_use()
    {
        Receive(Fill("d1"));

        Assert.Contains(
            "It does not say that it was taken.",
            View().Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rule_4_Every_dispense_is_listed_and_those_without_a_medication_say_so()
    {
        Receive(Fill("d1") with { Medication = new("m1") }, Fill("d2"));

        var view = View();

        Assert.Equal(2, view.FindAll("[data-section=dispenses] tbody tr").Count);
        Assert.Equal(
            "1 belong to a medication above, 1 to none that was received.",
            view.Find("[data-matches]").TextContent
        );
        Assert.Contains("no medication received", Row("d2").TextContent, StringComparison.Ordinal);
        Assert.Contains("Lisinopril", Row("d1").Children[^3].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_2_Where_dispenses_are_missing_a_medication_without_one_is_not_taken_for_undispensed()
    {
        var load = new LoadSection<MedicationDispense>(_session);
        Dispatch(load);
        Dispatch(
            new SectionFailed<MedicationDispense>(
                load,
                new(FailureKind.NotGranted, "longitudinal-record")
            )
        );

        Assert.Contains(
            "Dispenses: not authorized. A medication without a dispense here may have been dispensed.",
            View().Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_dispense_that_its_source_took_back_is_beside_no_medication()
    {
        Receive(
            Fill("d1") with
            {
                Medication = new("m1"),
                Status = Sample.Text("entered-in-error"),
            }
        );

        Assert.Equal("", Row("m1").Children[^3].TextContent.Trim());
    }

    private AngleSharp.Dom.IElement Row(string id) => View().Find($"tr[data-record={id}]");

    private IRenderedComponent<MedicationsView> View() =>
        Render<MedicationsView>(parameters => parameters.Add(v => v.Session, _session));

    private void Receive<TRecord>(params TRecord[] records)
    {
        var load = new LoadSection<TRecord>(_session);
        Dispatch(load);
        Dispatch(new SectionPageReceived<TRecord>(load, records, _session.OpenedAt));
        Dispatch(new SectionReceived<TRecord>(load, _session.OpenedAt, SaysNone: false));
    }

    private void Dispatch(object action) =>
        Services.GetRequiredService<IDispatcher>().Dispatch(action);

    private static Medication Ordered(string id, string status) =>
        new()
        {
            Id = id,
            Code = Sample.Text("Lisinopril"),
            Status = Sample.Text(status),
        };

    private static MedicationDispense Fill(string id) =>
        new() { Id = id, Code = Sample.Text("Lisinopril") };
}
