using HeiChartViewer.Web.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HeiChartViewer.Web.Audit;

/// <summary>Adds the audit log.</summary>
public static class AuditServiceCollectionExtensions
{
    /// <summary>Adds the log, its check and its database, which is made when the app starts.</summary>
    public static IServiceCollection AddAudit(
        this IServiceCollection services,
        AuditOptions options
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options.Store);
        services.AddDbContextFactory<ViewerDbContext>(options.Store.Configure);
        services.AddHostedService<ViewerDatabase>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<IAuditLog>(services => services.GetRequiredService<AuditLog>());
        services.AddHostedService(services => services.GetRequiredService<AuditLog>());
        services.AddSingleton<AuditChain>();
        services.AddSingleton(options);
        services.AddSingleton<AuditRetention>();
        services.AddHostedService(services => services.GetRequiredService<AuditRetention>());
        return services;
    }
}
