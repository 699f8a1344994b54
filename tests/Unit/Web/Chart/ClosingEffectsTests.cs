using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Tests.Unit.Web.Chart;

public sealed class ClosingEffectsTests
{
    private readonly ManualClock _clock = new();
    private readonly AuditList _audit = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_chart_that_its_user_closes_ends_on_each_of_its_screens_and_no_other_does(
        bool isLogDown
    )
    {
        var (own, other) = (Sample.Session(_clock.GetUtcNow()), Sample.Session(_clock.GetUtcNow()));
        var sessions = Sample.Sessions(_clock, own, other);
        var told = new List<SessionStanding>();
        using var watch = sessions.Watch(own.Id, told.Add);
        _audit.IsDown = isLogDown;

        await new ClosingEffects(sessions, _audit).On(new CloseChart(own), null!);
        await new ClosingEffects(sessions, _audit).On(new CloseChart(own), null!);

        Assert.Equal([SessionStanding.Ended], told);
        Assert.Equal(SessionStanding.Ended, sessions.StandingOf(own.Id));
        Assert.Same(other, sessions.Find(other.Id));
        (AuditAction, string?, string?)[] expected = isLogDown
            ? []
            : [(AuditAction.SessionEnded, AuditEntry.ReferTo(own.Id.Value), "closed by the user")];
        Assert.Equal(
            expected,
            _audit.Entries.Select(entry => (entry.Action, entry.SessionRef, entry.Detail))
        );
    }
}
