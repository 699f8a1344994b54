using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Raw;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Chart.Visits;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;
using static HeiChartViewer.Tests.Unit.Web.Chart.Results.ResultSample;

namespace HeiChartViewer.Tests.Unit.Web.Components.Results;

/// <summary>The results of a chart, and what is drawn beside them.</summary>
public abstract class ResultsContext : BunitContext
{
    protected ResultsContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(Section);
        Services.AddSingleton<SectionDefinition<Observation>>(Section);
        Services.AddSingleton(
            new DataPartitions([new(Sample.Partition, "St. Brigid"), new("east", "Eastside")])
        );
        Services.AddSingleton(RecordSections.Medications(Sample.Clients(), new ManualClock()));
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<DemographicRecord>>()
                .AddReducers(typeof(SectionReducers<DemographicRecord>))
                .AddFeature<SectionFeature<Medication>>()
                .AddReducers(typeof(SectionReducers<Medication>))
                .AddFeature<SectionFeature<Observation>>()
                .AddReducers(typeof(SectionReducers<Observation>))
                .AddFeature<FindFeature>()
                .AddReducers(typeof(FindReducers))
                .AddFeature<VisitFeature>()
                .AddReducers(typeof(VisitReducers))
                .AddFeature<RawFeature>()
                .AddReducers(typeof(RawReducers))
        );
    }

    /// <summary>The chart.</summary>
    private protected ChartSession Session { get; } = Sample.Session();

    /// <summary>Records of a section come, and then a failure or nothing more.</summary>
    protected void Receive<TRecord>(HealtheIntentFailure? failure, params TRecord[] records)
    {
        var dispatcher = Services.GetRequiredService<IDispatcher>();
        var load = new LoadSection<TRecord>(Session);
        dispatcher.Dispatch(load);
        dispatcher.Dispatch(new SectionPageReceived<TRecord>(load, records, Session.OpenedAt));
        dispatcher.Dispatch(
            failure is null
                ? new SectionReceived<TRecord>(load, Session.OpenedAt, SaysNone: false)
                : new SectionFailed<TRecord>(load, failure)
        );
    }
}
