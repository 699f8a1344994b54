using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// Writes down which sessions the clock has locked and ended and whose glass stands again, and lets go of those that ended.
/// </summary>
internal sealed class SessionKeeper(ChartSessions sessions, IAuditLog audit, TimeProvider clock)
    : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

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
        var news = sessions.Collect();
        var mended = sessions.CollectMended();
        if (news.Count + mended.Count == 0)
            return;
        await audit.WriteAnywayAsync(
            [
                .. mended.Select(session => session.Audited(AuditAction.GlassMended)),
                .. news.Select(changed =>
                    changed.Standing is SessionStanding.Locked
                        ? changed.Session.Audited(AuditAction.SessionLocked)
                        : changed.Session.Audited(AuditAction.SessionEnded) with
                        {
                            Detail =
                                clock.GetUtcNow() >= changed.Session.ExpiresAt
                                    ? "lifetime over"
                                    : "not used",
                        }
                ),
            ],
            cancellation
        );
    }
}
