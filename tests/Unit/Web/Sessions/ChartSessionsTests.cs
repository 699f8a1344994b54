using HealtheIntent.Client;
using HeiChartViewer.Web.Sessions;

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
        Assert.Null(new ChartSessions(_clock).Find(SessionId.New().Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("../../../etc/passwd-and-some-more-characters!")]
    public void What_cannot_be_a_session_id_finds_nothing(string? text) =>
        Assert.Null(new ChartSessions(_clock).Find(text));

    [Fact]
    public void Control_45_A_session_ends_by_the_servers_clock()
    {
        var sessions = new ChartSessions(_clock);
        var session = Sample.Session(_clock.GetUtcNow(), TimeSpan.FromHours(1));
        sessions.Add(session);

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Same(session, sessions.Find(session.Id));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(sessions.Find(session.Id));
    }

    [Fact]
    public void Control_37_Two_openings_of_one_patient_are_two_sessions()
    {
        var sessions = new ChartSessions(_clock);
        var (one, other) = (Sample.Session(_clock.GetUtcNow()), Sample.Session(_clock.GetUtcNow()));
        sessions.Add(one);
        sessions.Add(other);

        sessions.End(one.Id);

        Assert.Null(sessions.Find(one.Id));
        Assert.Same(other, sessions.Find(other.Id));
    }

    [Fact]
    public void Whoever_shows_a_session_learns_once_that_it_was_ended()
    {
        var sessions = new ChartSessions(_clock);
        var session = Sample.Session(_clock.GetUtcNow());
        sessions.Add(session);
        var ended = new List<SessionId>();
        sessions.Ended += ended.Add;

        sessions.EndAllOf(session.User.Id);
        sessions.End(session.Id);

        Assert.Equal([session.Id], ended);
    }

    [Fact]
    public void A_session_id_does_not_print_itself()
    {
        var id = SessionId.New();

        Assert.DoesNotContain(id.Value, $"{id}", StringComparison.Ordinal);
    }
}
