using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;
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
        services.AddDbContextFactory<ViewerDbContext>(context =>
            context.UseSqlite(options.ConnectionString).AddInterceptors(new DurableSqlite())
        );
        services.AddHostedService<ViewerDatabase>();
        services.AddSingleton<IAuditLog, AuditLog>();
        services.AddSingleton<AuditChain>();
        return services;
    }
}
