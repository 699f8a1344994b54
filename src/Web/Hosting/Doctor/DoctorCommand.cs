using HealtheIntent.Client;
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
        if (!builder.Configuration.GetSection("HealtheIntent").Exists())
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
                ]
            )
        );
    }
}
