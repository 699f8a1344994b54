using HealtheIntent.Client;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Launch.Signed;
using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>The command <c>doctor</c>: the viewer's own configuration, tried out, without starting the viewer.</summary>
internal static class DoctorCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Verb = "doctor";

    private static readonly TimeSpan StepTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Tries everything and writes what it found.</summary>
    /// <returns>0, or 1 where something fails.</returns>
    /// <exception cref="OptionsValidationException">The configuration is not one to start with.</exception>
    public static async Task<int> RunAsync(
        string[] args,
        TextWriter console,
        CancellationToken cancellation
    )
    {
        var builder = WebApplication.CreateBuilder(args);
        // A sandbox that runs already keeps its port.
        if (!SandboxMode.IsTenantConfigured(builder.Configuration))
            builder.Configuration["Sandbox:Urls"] ??= "http://localhost:0";
        await using var sandbox = await SandboxMode.StartWhereNoTenantAsync(
            builder.Configuration,
            cancellation
        );
        builder.AddViewer(new ViewerMode(sandbox?.EhrAddress));
        // What the calls would log is what the table says.
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();

        var tenants = app.Services.GetRequiredService<ViewerTenants>().All;
        var findings = new List<Finding>();
        foreach (var tenant in tenants)
        {
            var found = await Examine(app.Services, tenant).RunAsync(cancellation);
            findings.AddRange(
                tenants.Count == 1 ? found : found.Select(finding => finding.Of(tenant.Name))
            );
        }
        await FindingTable.WriteAsync(console, findings);
        return findings.Any(finding => finding.Outcome is Outcome.Fails) ? 1 : 0;
    }

    private static Examination Examine(IServiceProvider services, ViewerTenant tenant)
    {
        var options = services
            .GetRequiredService<IOptionsMonitor<HealtheIntentOptions>>()
            .Get(tenant.Name);
        var time = services.GetRequiredService<TimeProvider>();
        return new Examination(
            new ConnectionChecks(
                services.GetRequiredKeyedService<EndpointResolver>(tenant.Name).Resolve("patient"),
                time,
                StepTimeout,
                HttpClient.DefaultProxy
            ),
            options.Credential is { OAuth.TokenAddress: { } service }
                ? new ConnectionChecks(
                    service,
                    time,
                    StepTimeout,
                    HttpClient.DefaultProxy,
                    tokenService: true
                )
                : null,
            new TenantChecks(
                services.GetRequiredService<TenantClients>().Of(tenant),
                options.BaseAddress is null ? options.Tenant : null,
                tenant.PopulationId,
                [
                    .. services
                        .GetRequiredService<IOptionsMonitor<TenantOptions>>()
                        .Get(tenant.Name)
                        .DataPartitions,
                ],
                FurtherPopulations(services, tenant)
            )
        );
    }

    /// <summary>The populations that issuers of a tenant name for themselves, by the key that does.</summary>
    private static Dictionary<string, string> FurtherPopulations(
        IServiceProvider services,
        ViewerTenant tenant
    )
    {
        var tenants = services.GetRequiredService<ViewerTenants>();
        var smart = services
            .GetRequiredService<IOptions<SmartLaunchOptions>>()
            .Value.Issuers.Select(
                (issuer, i) => ($"{SmartLaunchOptions.Section}:Issuers:{i}", (IssuerOptions)issuer)
            );
        var signed = services
            .GetRequiredService<IOptions<SignedLaunchOptions>>()
            .Value.Issuers.Select(issuer =>
                ($"{SignedLaunchOptions.Section}:Issuers:{issuer.Key}", (IssuerOptions)issuer.Value)
            );
        return smart
            .Concat(signed)
            .Where(one =>
                one.Item2.PopulationId is not null && tenants.Of(one.Item2.OfTenant) == tenant
            )
            .ToDictionary(one => $"{one.Item1}:PopulationId", one => one.Item2.PopulationId!);
    }
}
