using HeiChartViewer.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.Storage;

/// <summary>Makes the database before the first request; an app that cannot audit does not start.</summary>
internal sealed class ViewerDatabase(IDbContextFactory<ViewerDbContext> contexts) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var file = new SqliteConnectionStringBuilder(
            context.Database.GetConnectionString()
        ).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        await context.Database.EnsureCreatedAsync(cancellationToken);
        try
        {
            await context.AuditEvents.FirstOrDefaultAsync(cancellationToken);
            await context.UsedLaunches.FirstOrDefaultAsync(cancellationToken);
        }
        catch (SqliteException)
        {
            throw new ConfigurationException([
                "Viewer:AuditDatabase was made by another version of the viewer. Keep it, for it is evidence, and name a new file.",
            ]);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
