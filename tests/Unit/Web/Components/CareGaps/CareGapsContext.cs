using System.Net;
using Bunit;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.CareGaps;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.CareGaps;

/// <summary>The registries, from HealtheIntent's answers to the screen.</summary>
public abstract class CareGapsContext : BunitContext
{
    private const string Hcc = "/hcc/";
    private readonly HealtheIntentClient _client;

    protected CareGapsContext()
    {
        _client = Wire.Client(
            new StubTransport(
                (request, _) =>
                {
                    var isHcc = request.Address.AbsolutePath.Contains(
                        Hcc,
                        StringComparison.Ordinal
                    );
                    HccsAsked += isHcc ? 1 : 0;
                    var (status, body) = isHcc ? Hccs : Registries;
                    return Answer.With(status, body);
                }
            )
        );
        Services.AddSingleton<TimeProvider>(new ManualClock());
        Services.AddSingleton<IAuditLog>(new AuditList());
        Services.AddSingleton<SectionAhead<RegistryProgram>>();
        Services.AddSingleton<SectionAhead<RiskStatement>>();
        Services.AddSingleton(Sample.Sessions(new ManualClock(), Session));
        Services.AddSingleton(circuit => Sample.Glass(circuit.GetRequiredService<ChartSessions>()));
        Services.AddSingleton(new FacilityClock(new ManualClock(), TimeZoneInfo.Local));
        Offer(null);
        Services.AddFlux(store =>
            store
                .AddFeature<SectionFeature<RegistryProgram>>()
                .AddReducers(typeof(SectionReducers<RegistryProgram>))
                .AddEffects<SectionEffects<RegistryProgram>>()
                .AddFeature<SectionFeature<RiskStatement>>()
                .AddReducers(typeof(SectionReducers<RiskStatement>))
                .AddEffects<SectionEffects<RiskStatement>>()
        );
    }

    /// <summary>The chart.</summary>
    private protected ChartSession Session { get; private set; } = Sample.Session();

    /// <summary>What the registries answer.</summary>
    protected (HttpStatusCode Status, string Body) Registries { get; set; } =
        (HttpStatusCode.OK, """{"programs":[]}""");

    /// <summary>What the pipeline of condition categories answers.</summary>
    protected (HttpStatusCode Status, string Body) Hccs { get; set; } =
        (HttpStatusCode.OK, """{"items":[]}""");

    /// <summary>How often that pipeline was asked.</summary>
    protected int HccsAsked { get; private set; }

    /// <summary>Gives the tenant a pipeline of condition categories, or none.</summary>
    protected void Offer(string? pipeline)
    {
        var tenant = new ViewerTenant
        {
            Name = "hospital",
            Mnemonic = "hospital",
            PopulationId = Session.PopulationId,
            HccPipelineId = pipeline,
        };
        Session = Session with { Population = tenant.Population };
        var clients = Sample.Clients(_client, tenant);
        Services.AddSingleton(RecordSections.CareGaps(clients, new ManualClock()));
        Services.AddSingleton(RecordSections.Risk(clients, new ManualClock()));
    }

    /// <summary>Asks for a section, and waits for what came.</summary>
    protected async Task LoadAsync<TRecord>()
    {
        Services.GetRequiredService<IDispatcher>().Dispatch(new LoadSection<TRecord>(Session));
        await Services.GetRequiredService<IStore>().WhenIdle();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _client.Dispose();
    }
}
