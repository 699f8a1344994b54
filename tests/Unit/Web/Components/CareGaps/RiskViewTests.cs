using System.Net;
using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.CareGaps;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Components.CareGaps;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Components.CareGaps;

/// <summary>Risk where the tenant offers it, from HealtheIntent's answers to the screen.</summary>
public sealed class RiskViewTests : BunitContext
{
    private const string Pipeline = "pipeline-1";
    private const string Scores =
        """{"quality_score":67,"mara_total_risk_score":"3.42","programs":[]}""";

    private readonly ChartSession _session = Sample.Session();
    private readonly HealtheIntentClient _client;
    private (HttpStatusCode Status, string Body) _registries = (HttpStatusCode.OK, Scores);
    private (HttpStatusCode Status, string Body) _hccs = (HttpStatusCode.OK, """{"items":[]}""");
    private int _asked;

    public RiskViewTests()
    {
        _client = Wire.Client(
            new StubTransport(
                (request, _) =>
                {
                    var isHcc = request.Address.AbsolutePath.Contains(
                        "/hcc/",
                        StringComparison.Ordinal
                    );
                    _asked += isHcc ? 1 : 0;
                    var (status, body) = isHcc ? _hccs : _registries;
                    return Answer.With(status, body);
                }
            )
        );
        Services.AddSingleton<TimeProvider>(new ManualClock());
        Services.AddSingleton<IAuditLog>(new AuditList());
        Services.AddSingleton<SectionAhead<RiskStatement>>();
        Services.AddSingleton(Sample.Sessions(new ManualClock(), _session));
        Services.AddSingleton(circuit => Sample.Glass(circuit.GetRequiredService<ChartSessions>()));
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<RiskStatement>>()
                .AddReducers(typeof(SectionReducers<RiskStatement>))
                .AddEffects<SectionEffects<RiskStatement>>()
        );
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _client.Dispose();
    }

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
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task A_condition_category_says_what_it_rests_on_and_that_it_is_no_problem()
    {
        _hccs = (
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
        _registries = (status, body);

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
        _registries = (status, body);

        Assert.Contains(
            $"{words} This does not mean that there are no statements of risk.",
            (await ViewAsync(null)).Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rule_2_Scores_without_the_categories_that_failed_are_partly_received()
    {
        _hccs = (HttpStatusCode.Forbidden, "{}");

        var view = await ViewAsync(Pipeline);

        Assert.Equal("PartlyReceived", view.Find("[data-section]").GetAttribute("data-status"));
        Assert.Contains("3.42", view.Markup, StringComparison.Ordinal);
        Assert.Equal(1, _asked);
    }

    private async Task<IRenderedComponent<RiskView>> ViewAsync(string? pipeline)
    {
        var tenant = new ViewerTenant
        {
            Name = "hospital",
            Mnemonic = "hospital",
            PopulationId = _session.PopulationId,
            HccPipelineId = pipeline,
        };
        var session = _session with { Population = tenant.Population };
        Services.AddSingleton(
            RecordSections.Risk(Sample.Clients(_client, tenant), new ManualClock())
        );
        Services
            .GetRequiredService<IDispatcher>()
            .Dispatch(new LoadSection<RiskStatement>(session));
        await Services.GetRequiredService<IStore>().WhenIdle();
        return Render<RiskView>(parameters => parameters.Add(v => v.Session, session));
    }
}
