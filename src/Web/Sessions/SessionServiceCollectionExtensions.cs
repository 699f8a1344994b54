using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Sessions;

/// <summary>Adds the sessions.</summary>
public static class SessionServiceCollectionExtensions
{
    /// <summary>Adds them, with their limits as configured.</summary>
    public static void AddChartSessions(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<CircuitOptions>()
            .Bind(configuration.GetSection(ChartSessionOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CircuitOptions>, CircuitOptionsValidator>();
        services.AddSingleton<ChartSessions>();
        services.AddSingleton<ChartOpening>();
        services.AddSingleton<ChartCookie>();
        services.AddSingleton<ChartAdmission>();
        services.AddSingleton<OpenCircuits>();
        services.AddSingleton<CircuitConnections>();
        services.AddScoped<ChartCircuit>();
        services.AddScoped<CircuitHandler>(circuit => circuit.GetRequiredService<ChartCircuit>());
        services.AddHostedService<SessionKeeper>();
    }
}
