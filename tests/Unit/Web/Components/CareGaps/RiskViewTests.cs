using System.Net;
using Bunit;
using HeiChartViewer.Web.Chart.CareGaps;
using HeiChartViewer.Web.Components.CareGaps;

namespace HeiChartViewer.Tests.Unit.Web.Components.CareGaps;

/// <summary>Risk where the tenant offers it, from HealtheIntent's answers to the screen.</summary>
public sealed class RiskViewTests : CareGapsContext
{
    private const string Pipeline = "pipeline-1";

    public RiskViewTests() =>
        Registries = (
            HttpStatusCode.OK,
            """{"quality_score":67,"mara_total_risk_score":"3.42","programs":[]}"""
        );

    [Fact]
    public async Task A_score_is_shown_as_received_with_its_model_its_source_and_what_is_not_known_of_it()
    {
        var view = await ViewAsync(null);

        var total = view.Find("[data-risk=TotalRisk]").TextContent;
        foreach (
            var words in new[]
            {
                "Total risk",
                "3.42",
                "Milliman's MARA; version and scale not stated",
                "not stated",
                "HealtheIntent registries",
            }
        )
            Assert.Contains(words, total, StringComparison.Ordinal);
        Assert.Contains(
            "67",
            view.Find("[data-risk=Quality]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "It is no finding about this patient",
            view.Markup,
            StringComparison.Ordinal
        );
        Assert.Contains("as of", view.Find("header").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, HccsAsked);
    }

    [Fact]
    public async Task A_condition_category_says_what_it_rests_on_and_that_it_is_no_problem()
    {
        Hccs = (
            HttpStatusCode.OK,
            """
            {"items":[{"id":"h1","code":"18","diagnosisCode":"E11.22","diagnosisCodeDescription":"Type 2 diabetes with kidney disease",
              "lastServiceDate":"2025-03-02","status":"PENDING","stratificationCategory":"HIGH",
              "supportingFacts":[{"name":"eGFR","value":"41","lastServiceDate":"2026-01-09"}],
              "competingFacts":[{"name":"Type 1 diabetes"}]}],"totalResults":1}
            """
        );

        var row = (await ViewAsync(Pipeline)).Find("[data-record=h1]").TextContent;

        foreach (
            var words in new[]
            {
                "HCC 18",
                "Type 2 diabetes with kidney disease",
                "E11.22",
                "HIGH",
                "PENDING",
                "02-Mar-2025",
                "for it: eGFR, 41, 09-Jan-2026",
                "for another: Type 1 diabetes",
                "HealtheIntent HCC pipeline",
            }
        )
            Assert.Contains(words, row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"programs":[]}""")]
    [InlineData(
        HttpStatusCode.OK,
        """{"quality_score":null,"mara_total_risk_score":"","programs":[]}"""
    )]
    [InlineData(HttpStatusCode.NoContent, "")]
    [InlineData(HttpStatusCode.NotFound, "{}")]
    public async Task Nothing_is_said_where_the_tenant_offers_nothing(
        HttpStatusCode status,
        string body
    )
    {
        Registries = (status, body);

        Assert.Equal("", (await ViewAsync(null)).Markup.Trim());
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "{}", "Not authorized.")]
    [InlineData(HttpStatusCode.OK, "no JSON", "Not available.")]
    public async Task Rule_2_What_failed_is_not_silent(
        HttpStatusCode status,
        string body,
        string words
    )
    {
        Registries = (status, body);

        Assert.Contains(
            $"{words} This does not mean that there are no statements of risk.",
            (await ViewAsync(null)).Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rule_2_Scores_without_the_categories_that_failed_are_partly_received()
    {
        Hccs = (HttpStatusCode.Forbidden, "{}");

        var view = await ViewAsync(Pipeline);

        Assert.Equal("PartlyReceived", view.Find("[data-section]").GetAttribute("data-status"));
        Assert.Contains("3.42", view.Markup, StringComparison.Ordinal);
        Assert.Equal(1, HccsAsked);
    }

    private async Task<IRenderedComponent<RiskView>> ViewAsync(string? pipeline)
    {
        Offer(pipeline);
        await LoadAsync<RiskStatement>();
        return Render<RiskView>(parameters => parameters.Add(v => v.Session, Session));
    }
}
