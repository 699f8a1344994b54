using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.Sections;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Sections;

public sealed class RecordCardTests : BunitContext
{
    private readonly ChartSession _session = Sample.Session();

    public RecordCardTests()
    {
        var section = RecordSections.Conditions(Sample.Clients());
        Services.AddSingleton(section);
        Services.AddSingleton<SectionDefinition<Condition>>(section);
        Services.AddSingleton(new DataPartitions([new(Sample.Partition, "St. Brigid")]));
        Services.AddSingleton<TimeProvider>(new ManualClock());
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<Condition>>()
                .AddReducers(typeof(SectionReducers<Condition>))
        );
    }

    [Fact]
    public void A_card_shows_the_current_ones_and_says_of_how_many()
    {
        var card = Card(Record("1", "Asthma", "Active"), Record("2", "Pneumonia", "Resolved"));

        Assert.Equal("Asthma", Assert.Single(card.FindAll(".title")).TextContent);
        Assert.Equal("1 of 2 records", card.Find(".count").TextContent);
    }

    [Fact]
    public void Rule_4_What_a_card_leaves_out_is_counted_in_records_as_its_heading_is()
    {
        var card = Card([
            .. Enumerable.Range(1, 8).Select(i => Record($"{i}", $"Problem {i}", "Active")),
            Record("9", "Problem 8", "Active"),
            Record("10", "Problem 1", "Active"),
            Record("11", "Pneumonia", "Resolved"),
        ]);

        Assert.Equal("10 of 11 records", card.Find(".count").TextContent);
        var shown = card.FindAll("li").Sum(row => row.TextContent.Contains('+') ? 2 : 1);
        Assert.Equal($"and {10 - shown} more records", card.Find(".rest").TextContent);
    }

    [Fact]
    public void A_card_counts_what_was_entered_in_error_and_leaves_showing_it_to_the_whole_section()
    {
        var card = Card(Record("1", "Asthma", "Active"), Record("2", "Gout", "entered-in-error"));

        Assert.Contains(
            "1 entered in error",
            card.Find(".withdrawn").TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(card.FindAll(".withdrawn button"));
        Assert.DoesNotContain("Gout", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_4_A_card_says_how_many_more_records_say_the_same_and_where_they_differ()
    {
        var card = Card(
            Record("1", "Asthma", "Active") with
            {
                SourceIdentifier = new(Sample.Partition, "1"),
            },
            Record("2", "Asthma", "Recurring") with
            {
                SourceIdentifier = new("elsewhere", "2"),
            }
        );

        Assert.Equal("Asthma", Assert.Single(card.FindAll(".title")).TextContent);
        Assert.Equal("St. Brigid +1", card.Find(".source:not(.differs)").TextContent);
        Assert.Contains("sources differ: status", card.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<RecordCard<Condition>> Card(params Condition[] records)
    {
        var load = new LoadSection<Condition>(_session);
        var dispatcher = Services.GetRequiredService<IDispatcher>();
        dispatcher.Dispatch(load);
        dispatcher.Dispatch(new SectionPageReceived<Condition>(load, records, _session.OpenedAt));
        dispatcher.Dispatch(new SectionReceived<Condition>(load, _session.OpenedAt, false));
        return Render<RecordCard<Condition>>(parameters =>
            parameters.Add(card => card.Session, _session)
        );
    }

    private static Condition Record(string id, string name, string status) =>
        new()
        {
            Id = id,
            Code = Sample.Text(name),
            Status = Sample.Text(status),
        };
}
