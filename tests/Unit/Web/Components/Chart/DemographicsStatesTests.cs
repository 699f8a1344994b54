using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.Chart;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Components.Chart;

/// <summary>The demographics in every state: what is said, and that nothing reads as absence but where that is known.</summary>
public sealed class DemographicsStatesTests : BunitContext
{
    private readonly ChartSession _session = Sample.Session();

    public DemographicsStatesTests()
    {
        Services.AddSingleton(RecordSections.Demographics(Sample.Clients()));
        Services.AddSingleton(new DataPartitions([new(Sample.Partition, "St. Brigid")]));
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<DemographicRecord>>()
                .AddReducers(typeof(SectionReducers<DemographicRecord>))
        );
    }

    [Theory]
    [InlineData(false, null, false, "Loading", "loading …", null)]
    [InlineData(true, null, false, "Loading", "1 so far …", null)]
    [InlineData(true, null, true, "Known", "1", null)]
    [InlineData(false, null, true, "NoneReceived", "none received", "None received.")]
    [InlineData(
        true,
        FailureKind.Truncated,
        true,
        "PartlyReceived",
        "1 so far, more may exist",
        "Partly received: 1 demographics so far"
    )]
    [InlineData(
        false,
        FailureKind.ServerError,
        true,
        "NotAvailable",
        "not available",
        "Not available. This does not mean that there are no demographics."
    )]
    [InlineData(
        false,
        FailureKind.NotGranted,
        true,
        "NotAuthorized",
        "not authorized",
        "Not authorized. This does not mean that there are no demographics."
    )]
    [InlineData(
        true,
        FailureKind.Withheld,
        true,
        "Withheld",
        "withheld",
        "Withheld. This does not mean that there are no demographics."
    )]
    [InlineData(
        true,
        FailureKind.ForeignPatient,
        true,
        "NotAvailable",
        "not available",
        "Not available. This does not mean that there are no demographics."
    )]
    public void Rule_2_Each_state_says_what_it_is_and_shows_what_it_may(
        bool received,
        FailureKind? failure,
        bool ends,
        string status,
        string count,
        string? notice
    )
    {
        var load = new LoadSection<DemographicRecord>(_session);
        var dispatcher = Services.GetRequiredService<IDispatcher>();
        dispatcher.Dispatch(load);
        if (received)
            dispatcher.Dispatch(
                new SectionPageReceived<DemographicRecord>(
                    load,
                    [
                        new()
                        {
                            Id = "1",
                            SourceIdentifier = new(Sample.Partition, "1"),
                            MaritalStatus = Sample.Text("Married"),
                        },
                    ],
                    _session.OpenedAt
                )
            );
        if (failure is { } kind)
            dispatcher.Dispatch(new SectionFailed<DemographicRecord>(load, new(kind, "patient")));
        else if (ends)
            dispatcher.Dispatch(
                new SectionReceived<DemographicRecord>(load, _session.OpenedAt, SaysNone: false)
            );

        var view = Render<DemographicsView>(parameters => parameters.Add(v => v.Session, _session));

        var section = view.Find("section");
        Assert.Equal(status, section.GetAttribute("data-status"));
        Assert.Equal(count, view.Find(".count").TextContent);
        var isShown = status is "Known" or "PartlyReceived" || (status == "Loading" && received);
        Assert.Equal(isShown, section.TextContent.Contains("Married", StringComparison.Ordinal));
        if (notice is null)
            Assert.Empty(view.FindAll(".notice"));
        else
            Assert.Contains(notice, view.Find(".notice").TextContent, StringComparison.Ordinal);
    }
}
