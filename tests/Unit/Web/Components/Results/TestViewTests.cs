using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Web.Chart.Results;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Results;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.Results;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;
using static HeiChartViewer.Tests.Unit.Web.Chart.Results.ResultSample;

namespace HeiChartViewer.Tests.Unit.Web.Components.Results;

/// <summary>Whatever is drawn stands in a table too.</summary>
public sealed class TestViewTests : BunitContext
{
    private readonly ChartSession _session = Sample.Session();

    public TestViewTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(new DataPartitions([new(Sample.Partition, "St. Brigid")]));
        Services.AddSingleton(RecordSections.Medications(Sample.Clients(), new ManualClock()));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<DemographicRecord>>()
                .AddReducers(typeof(SectionReducers<DemographicRecord>))
                .AddFeature<SectionFeature<Medication>>()
                .AddReducers(typeof(SectionReducers<Medication>))
        );
    }

    [Fact]
    public void GTAB_189_Every_result_of_every_test_is_a_row_that_names_its_test_the_newest_on_top()
    {
        var view = View([
            One(Potassium("2026-01-01", "4.1"), Potassium("2026-03-01", "4.3")),
            One(Potassium("2026-02-01", "4.2", unit: "mEq/L"), Worded("unknown", "lost")),
        ]);

        Assert.Equal(
            ["Potassium, mmol/L", "Potassium, mEq/L", "Potassium, mmol/L", "Potassium, mEq/L"],
            view.FindAll("[data-records=results] tbody tr td:first-child")
                .Select(cell => cell.TextContent)
        );
    }

    [Fact]
    public void Medications_are_asked_for_and_then_stand_in_a_table_too_none_left_out()
    {
        Receive(
            null,
            new Medication
            {
                Id = "1",
                Code = Sample.Text("Metformin"),
                Status = Sample.Text("active"),
                Start = PartialDate.Parse("2026-01-10"),
            },
            new Medication { Id = "2", Code = Sample.Text("Ramipril") }
        );
        var view = View([One(Potassium("2026-01-01", "4.1"), Potassium("2026-03-01", "4.3"))]);
        Assert.Empty(view.FindAll(".medication"));

        view.Find("[data-medications]").Change(true);

        Assert.Single(view.FindAll(".medication.current"));
        Assert.Equal(
            ["1", "2"],
            view.FindAll("[data-records=graph-medications] tbody tr")
                .Select(row => row.GetAttribute("data-record"))
        );
    }

    [Fact]
    public void Rule_2_Medications_that_did_not_come_are_not_none()
    {
        Receive(new HealtheIntentFailure(FailureKind.NotGranted, "medication"));
        var view = View([One(Potassium("2026-01-01", "4.1"))]);

        view.Find("[data-medications]").Change(true);

        Assert.Contains(
            "Medications: not authorized.",
            view.Find(".tools [role=status]").TextContent,
            StringComparison.Ordinal
        );
    }

    private IRenderedComponent<TestView> View(IReadOnlyList<ResultSeries> series) =>
        Render<TestView>(parameters =>
            parameters.Add(view => view.Session, _session).Add(view => view.Series, series)
        );

    private void Receive(HealtheIntentFailure? failure, params Medication[] records)
    {
        var dispatcher = Services.GetRequiredService<IDispatcher>();
        var load = new LoadSection<Medication>(_session);
        dispatcher.Dispatch(load);
        dispatcher.Dispatch(new SectionPageReceived<Medication>(load, records, _session.OpenedAt));
        dispatcher.Dispatch(
            failure is null
                ? new SectionReceived<Medication>(load, _session.OpenedAt, SaysNone: false)
                : new SectionFailed<Medication>(load, failure)
        );
    }
}
