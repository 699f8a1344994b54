using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Sections;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Timeline;

/// <summary>The timeline in each state of its sections: unknown is never drawn as empty.</summary>
public sealed class TimelineViewTests : TimelineContext
{
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
        var load = new LoadSection<Encounter>(Session);
        Dispatch(load);
        Dispatch(new SectionPageReceived<Encounter>(load, [new() { Id = "1" }], Session.OpenedAt));
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
            Session.Address(ChartView.Conditions),
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
}
