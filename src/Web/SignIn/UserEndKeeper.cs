using HeiChartViewer.Web.Storage;

namespace HeiChartViewer.Web.SignIn;

/// <summary>Ends here, within seconds, what another process that shares the database has ended.</summary>
internal sealed partial class UserEndKeeper(
    UserEnds ends,
    UserSessions sessions,
    TimeProvider clock,
    ILogger<UserEndKeeper> logger
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private bool _isAway;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TendAsync(stoppingToken);
    }

    /// <summary>One round.</summary>
    internal async Task TendAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var end in await ends.ReadAsync(cancellation))
                await sessions.EndAsync(end, cancellation);
            if (_isAway)
                LogBack();
            _isAway = false;
        }
        catch (Exception error)
            when (ViewerStore.Failure(error) is not null || error is UserEndNotToldException)
        {
            if (!_isAway)
                LogAway(error);
            _isAway = true;
        }
    }

    [LoggerMessage(
        EventId = 52,
        Level = LogLevel.Error,
        Message = "Whose sessions end cannot be read from or told to the other processes; until it can, a sign-out reaches only the process that it arrives at"
    )]
    private partial void LogAway(Exception error);

    [LoggerMessage(
        EventId = 53,
        Level = LogLevel.Warning,
        Message = "Whose sessions end is read from and told to the other processes again"
    )]
    private partial void LogBack();
}
