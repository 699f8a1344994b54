using HealtheIntent.Client;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Tests.Unit.Web.Sessions;

public sealed class ChartSessionsTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Control_22_Session_ids_are_long_random_and_never_taken_from_outside()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => SessionId.New()).ToHashSet();

        Assert.Equal(1000, ids.Count);
        Assert.All(ids, id => Assert.Equal(43, id.Value.Length));
        Assert.Null(Sample.Sessions(_clock).Find(SessionId.New().Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("../../../etc/passwd-and-some-more-characters!")]
    public void What_cannot_be_a_session_id_finds_nothing(string? text)
    {
        Assert.Null(Sample.Sessions(_clock).Find(text));
        Assert.Equal(SessionStanding.Ended, Sample.Sessions(_clock).StandingOf(text));
    }

    [Fact]
    public void Control_45_A_session_ends_by_the_servers_clock()
    {
        var sessions = Sample.Sessions(_clock);
        var session = Sample.Session(_clock.GetUtcNow(), TimeSpan.FromHours(1));
        sessions.Add(session);

        while (_clock.GetUtcNow() < session.OpenedAt + TimeSpan.FromMinutes(59))
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            sessions.Touch(session.Id);
        }
        Assert.Same(session, sessions.Find(session.Id));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(sessions.Find(session.Id));
    }

    [Fact]
    public void Control_44_Each_tenants_charts_lock_and_end_by_its_own_times()
    {
        var hasty = new ViewerTenant
        {
            Name = "hasty",
            Mnemonic = "hasty",
            PopulationId = "population",
            Session = new()
            {
                WarnAfter = TimeSpan.FromMinutes(1),
                LockAfter = TimeSpan.FromMinutes(2),
                EndAfter = TimeSpan.FromMinutes(14),
            },
        };
        var (own, other) = (
            Sample.Session(_clock.GetUtcNow(), tenant: hasty),
            Sample.Session(_clock.GetUtcNow())
        );
        var sessions = Sample.Sessions(_clock, own, other);

        Assert.Equal((SessionStanding.Warned, SessionStanding.Open), After(1));
        Assert.Equal((SessionStanding.Locked, SessionStanding.Open), After(1));
        Assert.Equal((SessionStanding.Ended, SessionStanding.Warned), After(12));

        (SessionStanding, SessionStanding) After(int minutes)
        {
            _clock.Advance(TimeSpan.FromMinutes(minutes));
            return (sessions.StandingOf(own.Id), sessions.StandingOf(other.Id));
        }
    }

    [Fact]
    public void Control_44_A_session_that_nobody_uses_is_warned_locked_and_ended()
    {
        var session = Sample.Session(_clock.GetUtcNow());
        var sessions = Sample.Sessions(_clock, session);

        Assert.Equal(SessionStanding.Open, After(12, 59));
        Assert.Equal(SessionStanding.Warned, After(0, 1));
        Assert.Same(session, sessions.Find(session.Id));
        Assert.Equal(SessionStanding.Warned, After(1, 59));
        Assert.Equal(SessionStanding.Locked, After(0, 1));
        Assert.Null(sessions.Find(session.Id));
        Assert.Equal(SessionStanding.Locked, sessions.StandingOf(session.Id.Value));
        Assert.Equal(SessionStanding.Locked, After(14, 59));
        Assert.Equal(SessionStanding.Ended, After(0, 1));

        SessionStanding After(int minutes, int seconds)
        {
            _clock.Advance(new TimeSpan(0, minutes, seconds));
            return sessions.StandingOf(session.Id);
        }
    }

    [Fact]
    public void Control_53_A_sign_of_the_user_takes_the_warning_back()
    {
        var session = Sample.Session(_clock.GetUtcNow());
        var sessions = Sample.Sessions(_clock, session);
        _clock.Advance(TimeSpan.FromMinutes(14));

        sessions.Touch(session.Id);

        Assert.Equal(SessionStanding.Open, sessions.StandingOf(session.Id));
        _clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(SessionStanding.Warned, sessions.StandingOf(session.Id));
    }

    [Fact]
    public void Control_47_A_sign_that_comes_after_the_lock_opens_nothing()
    {
        var session = Sample.Session(_clock.GetUtcNow());
        var sessions = Sample.Sessions(_clock, session);
        _clock.Advance(TimeSpan.FromMinutes(15));

        sessions.Touch(session.Id);

        Assert.Equal(SessionStanding.Locked, sessions.StandingOf(session.Id));
    }

    [Fact]
    public void Control_48_Asking_for_a_session_is_no_sign_of_its_user()
    {
        var session = Sample.Session(_clock.GetUtcNow());
        var sessions = Sample.Sessions(_clock, session);
        for (var second = 0; second < 15 * 60; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            sessions.Find(session.Id);
            sessions.StandingOf(session.Id);
        }

        Assert.Equal(SessionStanding.Locked, sessions.StandingOf(session.Id));
    }

    [Fact]
    public void A_coordinators_locked_chart_opens_for_a_later_sign_in_of_the_same_user_alone()
    {
        var session = Sample.Session(_clock.GetUtcNow(), mode: ChartMode.Coordinator);
        var launched = Sample.Session(_clock.GetUtcNow());
        var sessions = Sample.Sessions(_clock, session, launched);
        var before = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromMinutes(16));
        var now = _clock.GetUtcNow();

        Assert.False(sessions.Resume(session.Id, session.User, before));
        Assert.False(sessions.Resume(session.Id, new ChartUser("another", "K. Osei"), now));
        Assert.False(sessions.Resume(launched.Id, launched.User, now));
        Assert.True(sessions.Resume(session.Id, session.User, now));
        Assert.Same(session, sessions.Find(session.Id));
    }

    [Fact]
    public void Ending_a_users_sessions_leaves_those_of_others()
    {
        var own = Sample.Session(_clock.GetUtcNow(), userId: "one");
        var other = Sample.Session(_clock.GetUtcNow(), userId: "another");
        var sessions = Sample.Sessions(_clock, own, other);

        sessions.EndAllOf("one");

        Assert.Null(sessions.Find(own.Id));
        Assert.Same(other, sessions.Find(other.Id));
    }

    [Fact]
    public void Control_37_Two_openings_of_one_patient_are_two_sessions()
    {
        var sessions = Sample.Sessions(_clock);
        var (one, other) = (Sample.Session(_clock.GetUtcNow()), Sample.Session(_clock.GetUtcNow()));
        sessions.Add(one);
        sessions.Add(other);

        sessions.End(one.Id);

        Assert.Null(sessions.Find(one.Id));
        Assert.Same(other, sessions.Find(other.Id));
    }

    [Fact]
    public void A_session_id_does_not_print_itself()
    {
        var id = SessionId.New();

        Assert.DoesNotContain(id.Value, $"{id}", StringComparison.Ordinal);
    }
}
