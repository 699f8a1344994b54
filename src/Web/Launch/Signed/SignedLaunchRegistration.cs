using HeiChartViewer.Web.Launch.Tokens;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>Adds the launches that hosts sign.</summary>
internal static class SignedLaunchRegistration
{
    /// <summary>Adds them, for the hosts of the configuration.</summary>
    public static void AddSignedLaunch(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<SignedLaunchOptions>()
            .Bind(configuration.GetSection(SignedLaunchOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<
            IValidateOptions<SignedLaunchOptions>,
            SignedLaunchOptionsValidator
        >();
        services.TryAddSingleton<KeySets>();
        services.AddSingleton<SignedLaunchKeys>();
        services.AddSingleton<UsedLaunches>();
        services.AddSingleton<SignedLaunchCheck>();
        services.AddSingleton<SignedLaunch>();
    }
}
