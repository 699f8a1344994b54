using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Tests.Unit.Web.Sessions;

public sealed class SessionKeeperTests
{
    private readonly ManualClock _clock = new();
    private readonly AuditList _audit = new();

    [Fact]
    public async Task Control_60_A_lock_and_an_end_are_recorded_once_each()
    {
        var session = Sample.Session(_clock.GetUtcNow());
        var keeper = new SessionKeeper(Sample.Sessions(_clock, session), _audit, _clock);

        foreach (var minutes in new[] { 14, 1, 1, 14, 1 })
        {
            _clock.Advance(TimeSpan.FromMinutes(minutes));
            await keeper.TendAsync(CancellationToken.None);
        }

        Assert.Equal(
            [(AuditAction.SessionLocked, null), (AuditAction.SessionEnded, "not used")],
            _audit.Entries.Select(entry => (entry.Action, entry.Detail))
        );
        Assert.All(_audit.Entries, entry => Assert.Equal(session.PatientId, entry.PatientId));
    }

    [Fact]
    public async Task Control_45_The_end_of_the_lifetime_is_told_from_an_end_for_want_of_use()
    {
        var session = Sample.Session(_clock.GetUtcNow(), TimeSpan.FromMinutes(10));
        var keeper = new SessionKeeper(Sample.Sessions(_clock, session), _audit, _clock);

        _clock.Advance(TimeSpan.FromMinutes(10));
        await keeper.TendAsync(CancellationToken.None);

        Assert.Equal("lifetime over", Assert.Single(_audit.Entries).Detail);
    }

    [Fact]
    public async Task A_log_that_is_down_keeps_no_chart_open()
    {
        var session = Sample.Session(_clock.GetUtcNow());
        var sessions = Sample.Sessions(_clock, session);
        _audit.IsDown = true;

        _clock.Advance(TimeSpan.FromMinutes(30));
        await new SessionKeeper(sessions, _audit, _clock).TendAsync(CancellationToken.None);

        Assert.Null(sessions.Kept(session.Id));
    }
}
