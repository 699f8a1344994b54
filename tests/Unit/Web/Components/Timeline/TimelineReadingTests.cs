using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Components.Timeline;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Timeline;

/// <summary>What is drawn can be read and opened: nothing of it is left out of the table, and nothing else is opened.</summary>
public sealed class TimelineReadingTests : TimelineContext
{
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
            Drawing.Invocations,
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

        Assert.Single(Drawing.Invocations["stop"]);
    }
}
