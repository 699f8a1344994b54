using HealtheIntent.Client;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn.Oidc;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Tenants;

/// <summary>Adds the tenants of the configuration, and a client of each.</summary>
internal static class TenantRegistration
{
    /// <summary>Adds them. Each client is a service of its tenant's name: without one, nobody gets any.</summary>
    public static void AddTenants(this IServiceCollection services, IConfiguration configuration)
    {
        var sections = new TenantSections(configuration);
        services.AddSingleton(sections);
        // One whose name is taken is told of by the validator, with everything else.
        var distinct = sections
            .All.DistinctBy(section => section.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        foreach (var section in distinct)
        {
            services.AddHealtheIntent(section.Name, section.Platform);
            services.AddReadiness(section.Name);
            services.AddOptions<TenantOptions>(section.Name).Bind(section.Viewer).ValidateOnStart();
            services
                .AddOptions<ChartSessionOptions>(section.Name)
                .Bind(section.Session)
                .ValidateOnStart();
        }
        services.AddSingleton<IValidateOptions<HealtheIntentOptions>, PopulationNeeded>();
        services.AddSingleton<IValidateOptions<ViewerOptions>, TenantsValidator>();
        services.AddSingleton<IValidateOptions<TenantOptions>, TenantOptionsValidator>();
        services.AddSingleton<
            IValidateOptions<ChartSessionOptions>,
            ChartSessionOptionsValidator
        >();
        services.AddSingleton(provider => new ViewerTenants(
            [.. distinct.Select(section => Tenant(provider, section.Name))],
            configuration[$"{OidcOptions.Section}:{nameof(OidcOptions.OfTenant)}"]
        ));
        services.AddSingleton(provider => new TenantClients(
            provider
                .GetRequiredService<ViewerTenants>()
                .All.ToDictionary(
                    tenant => tenant,
                    tenant => provider.GetRequiredKeyedService<HealtheIntentClient>(tenant.Name)
                )
        ));
    }

    /// <summary>Adds what a circuit's components know of the one tenant that it shows; before it shows any, they get nothing.</summary>
    public static void AddCircuitTenant(this IServiceCollection services)
    {
        services.AddScoped(circuit => circuit.GetRequiredService<ChartCircuit>().Tenant.Partitions);
        services.AddScoped(circuit => new FacilityClock(
            circuit.GetRequiredService<TimeProvider>(),
            circuit.GetRequiredService<ChartCircuit>().Tenant.Zone
        ));
    }

    private static void AddReadiness(this IServiceCollection services, string name)
    {
        services.AddKeyedSingleton(
            name,
            (provider, _) =>
                new TenantReadiness(
                    provider.GetRequiredService<ViewerTenants>().Of(name),
                    provider.GetRequiredService<TenantClients>(),
                    provider.GetRequiredService<TimeProvider>()
                )
        );
        services
            .AddHealthChecks()
            .Add(
                new HealthCheckRegistration(
                    $"tenant {name}",
                    provider => provider.GetRequiredKeyedService<TenantReadiness>(name),
                    HealthStatus.Degraded,
                    tags: null
                )
            );
    }

    private static ViewerTenant Tenant(IServiceProvider provider, string name)
    {
        var platform = Of<HealtheIntentOptions>(provider, name);
        var viewer = Of<TenantOptions>(provider, name);
        return new ViewerTenant
        {
            Name = name,
            Mnemonic = platform.Tenant ?? (name == TenantSections.Default ? "" : name),
            PopulationId = platform.PopulationId!,
            Partitions = new DataPartitions(
                viewer.DataPartitions.Select(partition => new DataPartition(
                    partition.Id.ToLowerInvariant(),
                    partition.Name,
                    string.IsNullOrWhiteSpace(partition.AliasSystem) ? null : partition.AliasSystem
                ))
            ),
            Session = Of<ChartSessionOptions>(provider, name),
            FrameAncestors = [.. viewer.FrameAncestors],
            IssuerLaunchesPerSecond = viewer.IssuerLaunchesPerSecond,
            Circuits =
                viewer.CircuitsPerTenant
                ?? provider.GetRequiredService<IOptions<CircuitOptions>>().Value.CircuitsPerProcess
                    / provider.GetRequiredService<TenantSections>().All.Count,
            HccPipelineId = viewer.HccPipelineId,
            Zone = TimeZoneInfo.FindSystemTimeZoneById(viewer.TimeZone),
        };
    }

    private static TOptions Of<TOptions>(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name);
}
