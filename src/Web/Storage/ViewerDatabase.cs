using HeiChartViewer.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.Storage;

/// <summary>Makes the database before the first request; an app that cannot audit does not start.</summary>
internal sealed class ViewerDatabase(IDbContextFactory<ViewerDbContext> contexts, ViewerStore store)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await store.PrepareAsync(context, cancellationToken);
        }
        catch (Exception error) when (ViewerStore.Failure(error) is { } failure)
        {
            throw new ConfigurationException([
                $"The audit log at {store.Place} cannot be opened: {failure.Message}",
            ]);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
