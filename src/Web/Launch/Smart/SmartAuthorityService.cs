namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Tends the grants of the open charts for as long as the app runs.</summary>
internal sealed class SmartAuthorityService(SmartAuthority authority, TimeProvider clock)
    : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await authority.TendAsync(stoppingToken);
    }
}
