using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Flux;

/// <summary>Adds the store.</summary>
public static class FluxServiceCollectionExtensions
{
    /// <summary>
    /// Adds a store per scope, so per circuit. It starts when it is first asked for or first dispatched to; no
    /// component and no script is needed. May be called again to add more.
    /// </summary>
    public static IServiceCollection AddFlux(
        this IServiceCollection services,
        Action<FluxOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.AddLogging();
        services.TryAddScoped<PendingWork>();
        services.TryAddScoped(scope => new Dispatcher(
            scope.GetRequiredService<PendingWork>(),
            unattended: () => scope.GetRequiredService<IStore>()
        ));
        services.TryAddScoped<IDispatcher>(scope => scope.GetRequiredService<Dispatcher>());
        services.TryAddScoped<ActionSubscriber>();
        services.TryAddScoped<IActionSubscriber>(scope =>
            scope.GetRequiredService<ActionSubscriber>()
        );
        services.TryAddScoped<IStore, Store>();
        services.TryAddTransient(typeof(IStateSelection<,>), typeof(StateSelection<,>));
        configure(new FluxOptions(services));
        return services;
    }
}
