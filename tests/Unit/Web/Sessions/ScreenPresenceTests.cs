using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Tests.Unit.Web.Sessions;

public sealed class ScreenPresenceTests
{
    private readonly SteppedClock _clock = new();
    private readonly List<SessionStanding> _heard = [];

    [Fact]
    public void Control_44_A_screen_that_nobody_uses_is_warned_and_locked_and_no_sign_opens_it()
    {
        var presence = new ScreenPresence(_clock, new ChartSessionOptions());
        using var watch = presence.Watch(_heard.Add);

        _clock.Advance(TimeSpan.FromMinutes(12));
        Assert.Empty(_heard);
        _clock.Advance(TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(2));
        presence.Touch();

        Assert.Equal([SessionStanding.Warned, SessionStanding.Locked], _heard);
    }

    [Fact]
    public void Control_53_A_sign_takes_the_warning_back()
    {
        var presence = new ScreenPresence(_clock, new ChartSessionOptions());
        using var watch = presence.Watch(_heard.Add);
        _clock.Advance(TimeSpan.FromMinutes(14));

        presence.Touch();

        Assert.Equal([SessionStanding.Warned, SessionStanding.Open], _heard);
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromMinutes(15), presence.LocksAt);
        _clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(SessionStanding.Warned, _heard[^1]);
    }
}
