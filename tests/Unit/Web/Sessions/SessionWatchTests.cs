using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Tests.Unit.Web.Sessions;

public sealed class SessionWatchTests
{
    private readonly SteppedClock _clock = new();
    private readonly List<SessionStanding> _heard = [];

    [Fact]
    public void Control_46_The_screen_hears_of_a_lock_when_it_happens()
    {
        var session = Sample.Session(_clock.GetUtcNow());
        using var watch = Sample.Sessions(_clock, session).Watch(session.Id, _heard.Add);

        _clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal([SessionStanding.Warned], _heard);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([SessionStanding.Warned, SessionStanding.Locked], _heard);
    }

    [Fact]
    public void Control_53_A_heeded_warning_is_taken_back_on_every_screen_of_the_chart()
    {
        var session = Sample.Session(_clock.GetUtcNow());
        var sessions = Sample.Sessions(_clock, session);
        using var watch = sessions.Watch(session.Id, _heard.Add);
        _clock.Advance(TimeSpan.FromMinutes(14));

        sessions.Touch(session.Id);

        Assert.Equal([SessionStanding.Warned, SessionStanding.Open], _heard);
        _clock.Advance(TimeSpan.FromMinutes(13));
        Assert.Equal(SessionStanding.Warned, _heard[^1]);
    }

    [Fact]
    public void A_sign_before_the_warning_puts_it_off()
    {
        var session = Sample.Session(_clock.GetUtcNow());
        var sessions = Sample.Sessions(_clock, session);
        using var watch = sessions.Watch(session.Id, _heard.Add);
        _clock.Advance(TimeSpan.FromMinutes(12));
        sessions.Touch(session.Id);

        _clock.Advance(TimeSpan.FromMinutes(12));

        Assert.Empty(_heard);
        Assert.Equal(session.OpenedAt + TimeSpan.FromMinutes(27), sessions.LocksAt(session.Id));
    }

    [Fact]
    public void Control_52_An_end_from_elsewhere_is_heard_at_once()
    {
        var session = Sample.Session(_clock.GetUtcNow());
        var sessions = Sample.Sessions(_clock, session);
        using var watch = sessions.Watch(session.Id, _heard.Add);

        sessions.End(session.Id);

        Assert.Equal([SessionStanding.Ended], _heard);
    }

    [Fact]
    public void Control_45_The_lifetime_ends_a_chart_that_is_in_use()
    {
        var session = Sample.Session(_clock.GetUtcNow(), TimeSpan.FromMinutes(20));
        var sessions = Sample.Sessions(_clock, session);
        using var watch = sessions.Watch(session.Id, _heard.Add);
        for (var minute = 0; minute < 20; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            sessions.Touch(session.Id);
        }

        Assert.Equal([SessionStanding.Ended], _heard);
    }

    [Fact]
    public void A_screen_that_is_gone_hears_nothing()
    {
        var session = Sample.Session(_clock.GetUtcNow());
        var sessions = Sample.Sessions(_clock, session);
        sessions.Watch(session.Id, _heard.Add).Dispose();

        _clock.Advance(TimeSpan.FromHours(1));
        sessions.End(session.Id);

        Assert.Empty(_heard);
    }
}
