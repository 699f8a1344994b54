using Bunit;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace HeiChartViewer.Tests.Unit.Web.Components.Sections;

/// <summary>Every section in every state: what is said, and that nothing reads as absence but where that is known.</summary>
public sealed class SectionStatesTests : BunitContext
{
    private readonly ChartSession _session = Sample.Session();
    private SectionCase _section = null!;

    public static TheoryData<string> Nouns => SectionCase.Nouns;

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Loading_says_so_and_shows_neither_records_nor_none(string noun)
    {
        var view = Prepared(noun, seeds: []);

        Assert.Equal("Loading", Status(view));
        Assert.Equal("loading …", view.Find(".count").TextContent);
        Assert.NotNull(view.Find(".skeleton"));
        Assert.Empty(view.FindAll("table"));
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void What_has_come_of_a_load_is_shown_as_so_far(string noun)
    {
        var view = Prepared(noun, seeds: [new("1", "One")]);

        Assert.Equal("1 so far …", view.Find(".count").TextContent);
        Assert.Single(view.FindAll("tr[data-record]"));
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Loaded_shows_count_and_time_and_every_record(string noun)
    {
        var view = Prepared(noun, seeds: [new("1", "One"), new("2", "Two")], ends: true);

        Assert.Equal("Known", Status(view));
        Assert.Equal("2", view.Find(".count").TextContent);
        Assert.Equal("as of 07:00 UTC", view.Find(".as-of").TextContent);
        Assert.Equal(2, view.FindAll("tr[data-record]").Count);
        Assert.Empty(view.FindAll(".notice"));
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Rule_2_None_received_is_not_a_statement_that_there_are_none(string noun)
    {
        var view = Prepared(noun, seeds: [], ends: true);

        Assert.Equal("NoneReceived", Status(view));
        Assert.Equal("none received", view.Find(".count").TextContent);
        Assert.Contains(
            $"This is not a statement that there are no {noun}.",
            view.Find(".notice").TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Rule_2_None_is_said_only_with_the_record_that_says_so(string noun)
    {
        var view = Prepared(noun, seeds: [new("1", "No known")], ends: true, saysNone: true);

        Assert.Equal("KnownNone", Status(view));
        Assert.Equal("none known", view.Find(".count").TextContent);
        // Who says so, and when, is there to be read.
        Assert.Single(view.FindAll("tr[data-record]"));
        Assert.Empty(view.FindAll(".notice"));
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Rule_2_What_is_withheld_is_said_to_be_and_shows_nothing_that_came_before(
        string noun
    )
    {
        var view = Prepared(noun, seeds: [new("1", "One")], FailureKind.Withheld);

        Assert.Equal("Withheld", Status(view));
        Assert.Equal("withheld", view.Find(".count").TextContent);
        Assert.Contains(
            $"Withheld. This does not mean that there are no {noun}.",
            view.Find("[role=alert]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(view.FindAll("tr[data-record]"));
        Assert.DoesNotContain("One", view.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Rule_2_A_failure_says_what_it_does_not_mean_and_can_be_tried_again(string noun)
    {
        var view = Prepared(noun, seeds: [], FailureKind.ServerError);

        Assert.Equal("NotAvailable", Status(view));
        Assert.Contains(
            $"Not available. This does not mean that there are no {noun}.",
            view.Find("[role=alert]").TextContent,
            StringComparison.Ordinal
        );
        view.Find(".notice button").Click();
        view.WaitForAssertion(() => Assert.Equal("Loading", Status(view)));
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Rule_2_A_missing_grant_is_named_and_is_not_none(string noun)
    {
        var view = Prepared(noun, seeds: [], FailureKind.NotGranted);

        Assert.Equal("NotAuthorized", Status(view));
        Assert.Equal("not authorized", view.Find(".count").TextContent);
        Assert.Contains(
            "has not been granted the",
            view.Find("[role=alert]").TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void Rule_2_A_part_is_shown_as_a_part(string noun)
    {
        var view = Prepared(noun, seeds: [new("1", "One")], FailureKind.Truncated);

        Assert.Equal("PartlyReceived", Status(view));
        Assert.Equal("1 so far, more may exist", view.Find(".count").TextContent);
        Assert.Contains(
            $"Partly received: 1 {noun} so far",
            view.Find(".notice").TextContent,
            StringComparison.Ordinal
        );
        Assert.Single(view.FindAll("tr[data-record]"));
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public void What_is_not_of_today_says_its_day_and_an_earlier_loads_answer_is_dropped(
        string noun
    )
    {
        _section = SectionCase.Find(noun);
        _section.Prepare(this);
        var earlier = _section.Receive(this, _session, _session.OpenedAt);
        _section.Receive(this, _session, _session.OpenedAt.AddDays(-1), new RecordSeed("1", "One"));
        _section.End(this, earlier, FailureKind.ServerError);
        var view = _section.View(this, _session);
        Assert.Equal("Loading", Status(view));

        // A load that ends without an answer of its own keeps the time of what it has.
        var late = _section.Receive(
            this,
            _session,
            _session.OpenedAt.AddDays(-1),
            new RecordSeed("1", "One")
        );
        _section.End(this, late, FailureKind.TimedOut);

        view.WaitForAssertion(() =>
            Assert.Equal("as of 22-Nov-2026 07:00 UTC", view.Find(".as-of").TextContent)
        );
    }

    private IRenderedComponent<IComponent> Prepared(
        string noun,
        RecordSeed[] seeds,
        FailureKind? failure = null,
        bool ends = false,
        bool saysNone = false
    )
    {
        _section = SectionCase.Find(noun);
        _section.Prepare(this);
        var load = _section.Receive(this, _session, _session.OpenedAt, seeds);
        if (ends || failure is not null)
            _section.End(this, load, failure, saysNone);
        return _section.View(this, _session);
    }

    private static string? Status(IRenderedComponent<IComponent> view) =>
        view.Find("section").GetAttribute("data-status");
}
