namespace HeiChartViewer.Web.SignIn;

/// <summary>Ends the sign-ins whose time is over, and what was opened on their strength.</summary>
internal sealed class SignInKeeper(UserSessions sessions, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await sessions.EndOverdueAsync(stoppingToken);
    }
}
