using HeiChartViewer.Sandbox;
using HeiChartViewer.Web.Launch.Signed;
using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Hosting;

/// <summary>
/// Starts the sandbox tenant where no tenant is configured, and points the app at it. A live tenant and the sandbox
/// never run together (control 69).
/// </summary>
public static class SandboxMode
{
    private const string HealtheIntent = TenantSections.Platform;
    private const string Sandbox = "Sandbox";

    /// <summary>Starts the sandbox unless a tenant is configured.</summary>
    /// <returns>The running sandbox, or null before a live tenant.</returns>
    /// <exception cref="ConfigurationException">A live tenant and the sandbox are mixed, or the sandbox's own options are wrong.</exception>
    public static async Task<SandboxServer?> StartWhereNoTenantAsync(
        ConfigurationManager configuration,
        CancellationToken cancellation
    )
    {
        if (IsTenantConfigured(configuration))
        {
            RefuseMixture(configuration);
            return null;
        }
        try
        {
            var sandbox = await SandboxServer.StartAsync(
                SandboxOptions.From(configuration),
                cancellation
            );
            configuration.AddInMemoryCollection(Settings(sandbox));
            return sandbox;
        }
        catch (SandboxOptionsException problem)
        {
            throw new ConfigurationException(problem.Errors);
        }
    }

    /// <summary>Whether the configuration names a tenant.</summary>
    public static bool IsTenantConfigured(IConfiguration configuration) =>
        configuration.GetSection(TenantSections.Section).Exists()
        || new[] { "Tenant", "BaseAddress", "PopulationId", "Credential" }.Any(key =>
            configuration.GetSection($"{HealtheIntent}:{key}").Exists()
        );

    private static void RefuseMixture(IConfiguration configuration)
    {
        var problems = new List<string>();
        if (configuration.GetSection(Sandbox).Exists())
            problems.Add(
                "Sandbox and HealtheIntent, or Tenants, are both configured: remove one of the two."
            );
        foreach (var tenant in new TenantSections(configuration).All)
            if (tenant.Platform["Credential:BearerToken"] == SandboxOptions.BearerToken)
                problems.Add(
                    $"{tenant.KeyOf($"{HealtheIntent}:Credential:BearerToken")} is the sandbox's own."
                );
        if (problems.Count > 0)
            throw new ConfigurationException(problems);
    }

    private static Dictionary<string, string?> Settings(SandboxServer sandbox)
    {
        var settings = new Dictionary<string, string?>
        {
            [$"{HealtheIntent}:Tenant"] = sandbox.Tenant,
            [$"{HealtheIntent}:BaseAddress"] = sandbox.BaseAddress.ToString(),
            [$"{HealtheIntent}:PopulationId"] = SandboxOptions.PopulationId,
            [$"{HealtheIntent}:Credential:BearerToken"] = SandboxOptions.BearerToken,
            ["Viewer:HccPipelineId"] = SandboxOptions.HccPipelineId,
            ["Viewer:FrameAncestors:0"] = sandbox.BaseAddress.GetLeftPart(UriPartial.Authority),
        };
        AddSmartLaunch(settings, sandbox);
        AddSignedLaunch(settings, sandbox);
        foreach (var (partition, i) in sandbox.DataPartitions.Select((p, i) => (p, i)))
        {
            settings[$"Viewer:DataPartitions:{i}:Id"] = partition.Id;
            settings[$"Viewer:DataPartitions:{i}:Name"] = partition.Name;
            settings[$"Viewer:DataPartitions:{i}:AliasSystem"] = partition.AliasSystem;
        }
        return settings;
    }

    /// <summary>The demo EHR signs launches, and so may whoever has a development key.</summary>
    private static void AddSignedLaunch(Dictionary<string, string?> settings, SandboxServer sandbox)
    {
        const string Issuers = $"{SignedLaunchOptions.Section}:Issuers";
        settings[$"{Issuers}:sandbox:Issuer"] = sandbox.SignedLaunchIssuer;
        settings[$"{Issuers}:sandbox:JwksUri"] = sandbox.SignedLaunchKeys.ToString();
        settings[$"{Issuers}:development:Issuer"] = DevelopmentKey.Issuer;
        settings[$"{Issuers}:development:JwksFile"] = DevelopmentKey.File;
        foreach (var (partition, i) in sandbox.DataPartitions.Select((p, i) => (p, i)))
        foreach (var issuer in new[] { "sandbox", "development" })
            settings[$"{Issuers}:{issuer}:DataPartitions:{i}"] = partition.Id;
    }

    /// <summary>The demo EHR, at which the viewer is registered as a public client.</summary>
    private static void AddSmartLaunch(Dictionary<string, string?> settings, SandboxServer sandbox)
    {
        const string Issuer = $"{SmartLaunchOptions.Section}:Issuers:sandbox";
        settings[$"{Issuer}:Issuer"] = sandbox.FhirAddress.ToString();
        settings[$"{Issuer}:ClientId"] = SandboxOptions.SmartClientId;
        settings[$"{Issuer}:DataPartitionId"] = sandbox.SmartDataPartition.Id;
        settings[$"{Issuer}:DataPartitionSystem"] = SandboxOptions.SmartDataPartitionSystem;
    }
}
