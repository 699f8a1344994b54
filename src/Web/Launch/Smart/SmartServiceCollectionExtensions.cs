using HeiChartViewer.Web.Launch.Tokens;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Adds SMART launches.</summary>
internal static class SmartServiceCollectionExtensions
{
    /// <summary>Adds them as the configuration names the EHRs; with none, every SMART launch is refused.</summary>
    public static void AddSmartLaunch(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<SmartLaunchOptions>()
            .Bind(configuration.GetSection(SmartLaunchOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmartLaunchOptions>, SmartLaunchOptionsValidator>();
        services.AddSingleton<SmartIssuers>();
        services.AddSingleton<SmartBackchannel>();
        services.AddSingleton<SmartDiscovery>();
        services.TryAddSingleton<KeySets>();
        services.AddSingleton<SmartKeySets>();
        services.AddSingleton<SmartTokenEndpoint>();
        services.AddSingleton<SmartFhir>();
        services.AddSingleton<IdTokenCheck>();
        services.AddSingleton<HostColoursReader>();
        services.AddSingleton<PendingLaunches>();
        services.AddSingleton<BrowserBinding>();
        services.AddSingleton<SmartLaunch>();
        services.AddSingleton<SmartCallback>();
        services.AddSingleton<SmartAuthority>();
        services.AddHostedService<SmartAuthorityService>();
    }
}
