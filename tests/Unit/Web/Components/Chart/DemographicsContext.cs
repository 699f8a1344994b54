using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.Chart;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Chart;

/// <summary>The view of the demographics, and what came of them.</summary>
public abstract class DemographicsContext : BunitContext
{
    private readonly LoadSection<DemographicRecord> _load;

    protected DemographicsContext()
    {
        Services.AddSingleton(RecordSections.Demographics(Sample.Clients()));
        Services.AddSingleton(
            new DataPartitions([new(Sample.Partition, "St. Brigid"), new("eastside", "Eastside")])
        );
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<DemographicRecord>>()
                .AddReducers(typeof(SectionReducers<DemographicRecord>))
        );
        _load = new(Session);
        Dispatcher.Dispatch(_load);
    }

    /// <summary>The chart.</summary>
    private protected ChartSession Session { get; } = Sample.Session();

    private IDispatcher Dispatcher => Services.GetRequiredService<IDispatcher>();

    /// <summary>A page of records comes.</summary>
    protected void Receive(params DemographicRecord[] records) =>
        Dispatcher.Dispatch(
            new SectionPageReceived<DemographicRecord>(_load, records, Session.OpenedAt)
        );

    /// <summary>Nothing more comes.</summary>
    protected void End() =>
        Dispatcher.Dispatch(
            new SectionReceived<DemographicRecord>(_load, Session.OpenedAt, SaysNone: false)
        );

    /// <summary>What more there is does not come.</summary>
    protected void Fail(HealtheIntentFailure failure) =>
        Dispatcher.Dispatch(new SectionFailed<DemographicRecord>(_load, failure));

    /// <summary>Draws the view.</summary>
    protected IRenderedComponent<DemographicsView> View() =>
        Render<DemographicsView>(parameters => parameters.Add(v => v.Session, Session));
}
