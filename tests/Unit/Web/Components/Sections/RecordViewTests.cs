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
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Components.Sections;

/// <summary>What a source withdrew is no data (entered in error), and can be found by who looks for it.</summary>
public sealed class RecordViewTests : BunitContext
{
    private readonly ChartSession _session = Sample.Session();

    public RecordViewTests()
    {
        var section = RecordSections.Conditions(Sample.Clients());
        Services.AddSingleton(section);
        Services.AddSingleton<SectionDefinition<Condition>>(section);
        Services.AddSingleton(new DataPartitions([new(Sample.Partition, "St. Brigid")]));
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<Condition>>()
                .AddReducers(typeof(SectionReducers<Condition>))
                .AddFeature<FindFeature>()
                .AddReducers(typeof(FindReducers))
                .AddFeature<VisitFeature>()
                .AddReducers(typeof(VisitReducers))
                .AddFeature<RawFeature>()
                .AddReducers(typeof(RawReducers))
        );
        JSInterop.Mode = JSRuntimeMode.Loose;
        Receive(
            Record("1", "Asthma", "active"),
            Record("2", "Gout", "entered-in-error"),
            Record("3", "Zoster", "active")
        );
    }

    [Fact]
    public void UX_7_What_was_withdrawn_is_neither_shown_nor_counted()
    {
        var view = View();

        Assert.Equal(["1", "3"], Rows(view));
        Assert.Equal("2", view.Find(".count").TextContent);
    }

    [Fact]
    public void PAL_0750_The_filter_for_it_is_obvious_and_can_be_taken_back()
    {
        var view = View();

        Button(view, "Withdrawn 1").Click();

        Assert.Equal(["2"], Rows(view));
        Assert.Single(view.FindAll(".struck tr[data-record]"));
        Assert.Equal("true", Button(view, "Withdrawn 1").GetAttribute("aria-pressed"));
        Assert.Contains(
            "is no data about this patient",
            view.Find(".chip").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("2", view.Find(".count").TextContent);

        Button(view, "Clear filter").Click();

        Assert.Equal(["1", "3"], Rows(view));
        Assert.Empty(view.FindAll(".struck"));
    }

    [Fact]
    public void A_search_leads_to_what_was_withdrawn_and_back_to_what_was_not()
    {
        var view = View();

        Dispatch(new MarkRecord(ChartView.Conditions, "2"));
        view.WaitForAssertion(() =>
            Assert.Equal("2", view.Find("tr.marked").GetAttribute("data-record"))
        );
        Assert.Single(view.FindAll(".struck"));

        Dispatch(new MarkRecord(ChartView.Conditions, "3"));
        view.WaitForAssertion(() =>
            Assert.Equal("3", view.Find("tr.marked").GetAttribute("data-record"))
        );
        Assert.Empty(view.FindAll(".struck"));
    }

    [Fact]
    public void Without_anything_withdrawn_there_is_no_filter()
    {
        Receive(Record("1", "Asthma", "active"));

        Assert.Empty(View().FindAll(".withdrawn"));
    }

    private IRenderedComponent<RecordView<Condition>> View() =>
        Render<RecordView<Condition>>(parameters => parameters.Add(v => v.Session, _session));

    private static IEnumerable<string?> Rows(IRenderedComponent<RecordView<Condition>> view) =>
        view.FindAll("tr[data-record]").Select(row => row.GetAttribute("data-record"));

    private static AngleSharp.Dom.IElement Button(
        IRenderedComponent<RecordView<Condition>> view,
        string text
    ) => view.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private void Receive(params Condition[] records)
    {
        var load = new LoadSection<Condition>(_session);
        Dispatch(load);
        Dispatch(new SectionPageReceived<Condition>(load, records, _session.OpenedAt));
        Dispatch(new SectionReceived<Condition>(load, _session.OpenedAt, SaysNone: false));
    }

    private void Dispatch(object action) =>
        Services.GetRequiredService<IDispatcher>().Dispatch(action);

    private static Condition Record(string id, string name, string status) =>
        new()
        {
            Id = id,
            Code = Sample.Text(name),
            Status = Sample.Text(status),
        };
}
