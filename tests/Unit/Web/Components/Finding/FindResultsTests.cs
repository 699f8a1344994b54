using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.Finding;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Language;
using HeiChartViewer.Web.Launch;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Finding;

/// <summary>What is said of a search: never "none" of what is unknown.</summary>
public sealed class FindResultsTests : BunitContext
{
    private static readonly SectionFinding Nothing = new(
        ChartView.Documents,
        Phrase.Of("documents"),
        SectionStatus.Known,
        4,
        []
    );

    public FindResultsTests() =>
        Services.AddSingleton(new DataPartitions([new(Sample.Partition, "St. Brigid")]));

    [Fact]
    public void A_search_that_runs_says_so_and_claims_nothing()
    {
        Assert.Equal("Searching …", Results(null, null).Find("[role=status]").TextContent);

        var local = Results([Nothing], null).Find("[role=status]").TextContent;
        Assert.StartsWith("Nothing so far in 4 records", local, StringComparison.Ordinal);
        Assert.Contains("still running", local, StringComparison.Ordinal);
    }

    [Fact]
    public void None_found_says_in_what() =>
        Assert.Equal(
            "None found in 4 records received of this patient and, by the tenant's search, in the texts of documents and in measurements.",
            Results([Nothing], new TenantFinding.Found([], [], 0, 0, false))
                .Find("[role=status]")
                .TextContent
        );

    [Theory]
    [InlineData(FailureKind.NotGranted, "not been granted the chart-search API (403)")]
    [InlineData(FailureKind.Throttled, "limiting requests (429)")]
    [InlineData(FailureKind.ServerError, "reported a fault of its own")]
    [InlineData(FailureKind.NotFound, "no chart search for this patient, or none at all")]
    public void Rule_2_What_the_tenant_does_not_answer_is_unknown_and_says_why(
        FailureKind kind,
        string why
    )
    {
        var results = Results(
            [Nothing],
            new TenantFinding.NotAvailable(new(kind, TenantSearch.Api) { CorrelationId = "c0ffee" })
        );

        Assert.Contains(
            "The texts of documents were not searched.",
            results.Find("[role=status]").TextContent,
            StringComparison.Ordinal
        );
        var notice = results.Find("[data-tenant]").TextContent;
        Assert.Contains("What only it would find is unknown.", notice, StringComparison.Ordinal);
        Assert.Contains(why, notice, StringComparison.Ordinal);
        Assert.Contains("c0ffee", notice, StringComparison.Ordinal);
        Assert.NotNull(results.Find("[data-tenant] button"));
    }

    [Fact]
    public void Rule_2_A_section_that_did_not_come_was_not_searched()
    {
        var results = Results(
            [Nothing with { Status = SectionStatus.NotAuthorized, Searched = 0 }],
            new TenantFinding.Found([], [], 0, 0, false)
        );

        Assert.Contains(
            "Documents: not authorized. What was not received was not searched here.",
            results.Find(".missing").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_hit_says_who_found_it_and_quotes_marked_text()
    {
        var both = Hit("1") with { By = FoundBy.Viewer | FoundBy.Tenant };

        var results = Results(
            [Nothing with { Hits = [both, Hit("2")] }],
            new TenantFinding.Found([], [], 0, 0, false)
        );

        Assert.Equal(
            ["received records and tenant's search", "received records"],
            results.FindAll("[data-found-by]").Select(chip => chip.TextContent)
        );
        Assert.Equal("<b>pain</b>", results.Find("mark").TextContent);
        Assert.Empty(results.FindAll("mark *"));
        Assert.StartsWith(
            "2 found",
            results.Find("[role=status]").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_was_sought_is_marked_in_the_name_and_not_quoted_again()
    {
        IReadOnlyList<ExcerptPart> name = [new("ED ", false), new("Note", true)];
        IReadOnlyList<ExcerptPart> type = [new("Type: ", false), new("note", true)];
        IReadOnlyList<ExcerptPart> code = [new("Code: ", false), new("note", true)];
        var hit = Hit("1") with { Excerpts = [name, name, type, type, code] };

        var results = Results(
            [Nothing with { Hits = [hit] }],
            new TenantFinding.Found([], [], 0, 0, false)
        );

        Assert.Equal("Note", results.Find("button.name mark").TextContent);
        Assert.Equal("ED Note", results.Find("button.name").TextContent);
        Assert.Equal("Type: note", Assert.Single(results.FindAll(".excerpt")).TextContent);
    }

    [Fact]
    public void What_was_withheld_is_said_in_words() =>
        Assert.Contains(
            "2 withheld",
            Results([Nothing], new TenantFinding.Found([], [], 2, 2, false))
                .Find("[data-withheld]")
                .TextContent,
            StringComparison.Ordinal
        );

    [Fact]
    public void More_than_was_read_is_said_to_exist() =>
        Assert.Contains(
            "of 120 hits there the best 50 were read",
            Results([Nothing], new TenantFinding.Found([], [], 0, 120, true))
                .Find("[role=status]")
                .TextContent,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_was_not_received_is_counted_and_opens_what_can_be_opened()
    {
        FoundPlace? chosen = null;
        var unreceived = new UnreceivedHit(
            "Letter",
            PartialDate.Parse("2026-01-02"),
            null,
            ChartView.Documents,
            "visit",
            []
        );
        var results = Render<FindResults>(parameters =>
            parameters
                .Add(
                    found => found.Finding,
                    new FindState
                    {
                        Sections = [Nothing],
                        Tenant = new TenantFinding.Found([], [unreceived], 0, 1, false),
                    }
                )
                .Add(found => found.Chosen, place => chosen = place)
        );

        Assert.StartsWith(
            "1 found",
            results.Find("[role=status]").TextContent,
            StringComparison.Ordinal
        );
        results.FindAll("[data-unreceived] button")[0].Click();
        Assert.Equal(new FoundPlace(ChartView.Encounters, "visit"), chosen);
        results.FindAll("[data-unreceived] button")[1].Click();
        Assert.Equal(new FoundPlace(ChartView.Documents, null), chosen);
    }

    private static Hit Hit(string id) =>
        new(
            id,
            "ED Note",
            null,
            null,
            false,
            [
                [new ExcerptPart("<b>pain</b>", true)],
            ]
        );

    private IRenderedComponent<FindResults> Results(
        IReadOnlyList<SectionFinding>? sections,
        TenantFinding? tenant
    ) =>
        Render<FindResults>(parameters =>
            parameters.Add(
                found => found.Finding,
                new FindState { Sections = sections, Tenant = tenant }
            )
        );
}
