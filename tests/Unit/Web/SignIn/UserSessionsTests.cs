using System.Security.Claims;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;

namespace HeiChartViewer.Tests.Unit.Web.SignIn;

public sealed class UserSessionsTests
{
    private readonly ManualClock _clock = new();
    private readonly AuditList _audit = new();

    [Fact]
    public async Task Control_52_All_of_one_users_charts_and_sign_ins_end_and_no_one_elses()
    {
        var (one, other) = (Sample.Session(userId: "one"), Sample.Session(userId: "another"));
        var charts = Sample.Sessions(_clock, one, other);
        var tickets = new SignInTickets(_clock);
        var (signIn, otherSignIn) = (SignIn(tickets, "one"), SignIn(tickets, "another"));

        await new UserSessions(charts, tickets, Sample.NobodyToTell(_clock), _audit).EndAsync(
            "one",
            new ChartUser("admin", "R. Falk").Audited(AuditAction.SessionsEnded),
            CancellationToken.None
        );

        Assert.Null(charts.Find(one.Id));
        Assert.Same(other, charts.Find(other.Id));
        Assert.False(tickets.IsOpen(signIn));
        Assert.True(tickets.IsOpen(otherSignIn));
        Assert.Equal(
            [(AuditAction.SessionsEnded, "admin"), (AuditAction.SessionEnded, "one")],
            _audit.Entries.Select(entry => (entry.Action, entry.UserId))
        );
    }

    [Fact]
    public async Task A_log_that_is_down_keeps_no_chart_open()
    {
        var session = Sample.Session(userId: "one");
        var charts = Sample.Sessions(_clock, session);
        _audit.IsDown = true;

        await Assert.ThrowsAsync<AuditUnavailableException>(() =>
            new UserSessions(
                charts,
                new SignInTickets(_clock),
                Sample.NobodyToTell(_clock),
                _audit
            ).EndAsync("one", new AuditEntry(AuditAction.SessionsEnded), CancellationToken.None)
        );

        Assert.Null(charts.Find(session.Id));
    }

    [Fact]
    public async Task A_sign_in_that_is_over_takes_the_charts_it_vouched_for_with_it_and_no_others()
    {
        var searched = Sample.Session(
            _clock.GetUtcNow(),
            mode: ChartMode.Coordinator,
            userId: "one"
        ) with
        {
            SignIn = new SignInProof(null),
        };
        var (launched, other) = (
            Sample.Session(_clock.GetUtcNow(), userId: "one"),
            Sample.Session(_clock.GetUtcNow(), userId: "another") with
            {
                SignIn = new SignInProof(null),
            }
        );
        var charts = Sample.Sessions(_clock, searched, launched, other);
        var tickets = new SignInTickets(_clock);
        SignIn(tickets, "one", TimeSpan.FromMinutes(5));
        SignIn(tickets, "another", TimeSpan.FromMinutes(6));
        var sessions = new UserSessions(charts, tickets, Sample.NobodyToTell(_clock), _audit);
        await sessions.EndOverdueAsync(CancellationToken.None);
        Assert.Empty(_audit.Entries);

        _clock.Advance(TimeSpan.FromMinutes(5));
        await sessions.EndOverdueAsync(CancellationToken.None);

        Assert.Null(charts.Find(searched.Id));
        Assert.Same(launched, charts.Find(launched.Id));
        Assert.Same(other, charts.Find(other.Id));
        Assert.Equal(
            [
                (AuditAction.SignOut, "one", "lifetime over"),
                (AuditAction.SessionEnded, "one", "sign-in over"),
            ],
            _audit.Entries.Select(entry => (entry.Action, entry.UserId, entry.Detail))
        );
    }

    [Fact]
    public async Task A_search_that_nobody_is_at_ends_its_sign_in_unless_the_user_is_at_a_chart()
    {
        var chart = Sample.Session(_clock.GetUtcNow(), userId: "one");
        var charts = Sample.Sessions(_clock, chart);
        var tickets = new SignInTickets(_clock);
        var signIn = tickets.Find(SignIn(tickets, "one"))!;
        var sessions = new UserSessions(charts, tickets, Sample.NobodyToTell(_clock), _audit);

        await sessions.EndUnusedAsync(signIn, CancellationToken.None);
        Assert.True(tickets.IsOpen(signIn));
        _clock.Advance(TimeSpan.FromMinutes(15));
        await sessions.EndUnusedAsync(signIn, CancellationToken.None);

        Assert.False(tickets.IsOpen(signIn));
        Assert.Equal(
            [(AuditAction.SignOut, "one", "not used")],
            _audit.Entries.Select(entry => (entry.Action, entry.UserId, entry.Detail))
        );
    }

    [Fact]
    public async Task A_user_sees_their_own_sessions_without_a_patient_and_ends_the_one_they_name()
    {
        var (launched, searched, another) = (
            Sample.Session(_clock.GetUtcNow(), userId: "one"),
            Sample.Session(
                _clock.GetUtcNow().AddMinutes(-1),
                mode: ChartMode.Coordinator,
                userId: "one"
            ),
            Sample.Session(_clock.GetUtcNow(), userId: "another")
        );
        var charts = Sample.Sessions(_clock, launched, searched, another);
        var tickets = new SignInTickets(_clock);
        var (here, elsewhere) = (
            tickets.Find(SignIn(tickets, "one"))!,
            tickets.Find(SignIn(tickets, "one"))!
        );
        var other = tickets.Find(SignIn(tickets, "another"))!;
        var sessions = new UserSessions(charts, tickets, Sample.NobodyToTell(_clock), _audit);

        var own = sessions.OwnOf(here);

        Assert.Equal(
            [null, null, ChartMode.Chart, ChartMode.Coordinator],
            own.Select(one => one.Chart)
        );
        Assert.Single(own, one => one.IsThis);
        Assert.Equal(["192.0.2.7", "192.0.2.7"], own.Skip(2).Select(one => one.From));
        var words = string.Join('\n', own);
        foreach (
            var secret in (string[])
                [launched.Id.Value, searched.Id.Value, launched.PatientId, launched.Source.Id]
        )
            Assert.DoesNotContain(secret, words, StringComparison.Ordinal);

        // Neither what is another user's, nor what is nobody's.
        var foreign = sessions.OwnOf(other).Select(one => one.Ref);
        foreach (var reference in (string[])[.. foreign, "", launched.Id.Value])
            await sessions.EndOwnAsync(here, reference, "192.0.2.9", CancellationToken.None);
        Assert.Empty(_audit.Entries);
        Assert.Equal(4, sessions.OwnOf(here).Count);

        await sessions.EndOwnAsync(here, own[3].Ref, "192.0.2.9", CancellationToken.None);
        await sessions.EndOwnAsync(
            here,
            own.First(one => one is { Chart: null, IsThis: false }).Ref,
            "192.0.2.9",
            CancellationToken.None
        );

        Assert.Null(charts.Find(searched.Id));
        Assert.False(tickets.IsOpen(elsewhere));
        Assert.True(tickets.IsOpen(here));
        Assert.Same(launched, charts.Find(launched.Id));
        Assert.Equal(
            [
                (AuditAction.SessionEnded, "one", "closed by the user", "192.0.2.9"),
                (AuditAction.SignOut, "one", "one sign-in", "192.0.2.9"),
            ],
            _audit.Entries.Select(entry =>
                (entry.Action, entry.UserId, entry.Detail, entry.RemoteAddress)
            )
        );
    }

    [Fact]
    public async Task Control_52_An_administrator_sees_who_is_signed_in_with_and_without_a_chart()
    {
        var session = Sample.Session(_clock.GetUtcNow(), userId: "one");
        var charts = Sample.Sessions(_clock, session);
        var tickets = new SignInTickets(_clock);
        SignIn(tickets, "searching");

        var users = await new UserSessions(
            charts,
            tickets,
            Sample.NobodyToTell(_clock),
            _audit
        ).ListAsync(new AuditEntry(AuditAction.SessionsListed), CancellationToken.None);

        Assert.Equal(
            [("one", 1, 0), ("searching", 0, 1)],
            users.Select(user => (user.User.Id, user.Charts.Count, user.SignIns.Count))
        );
    }

    [Fact]
    public void Control_52_What_an_administrator_sees_says_nothing_of_a_patient()
    {
        var session = Sample.Session(_clock.GetUtcNow());

        var shown = Assert.Single(Sample.Sessions(_clock, session).List()).ToString();

        Assert.Contains("Dr A. Berg", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(session.PatientId, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(session.Source.Id, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(session.Id.Value, shown, StringComparison.Ordinal);
    }

    private ClaimsPrincipal SignIn(SignInTickets tickets, string userId, TimeSpan? life = null) =>
        tickets.Open(
            UserClaims.Principal(new ChartUser(userId, userId) { Roles = [Roles.Clinician] }, null),
            _clock.GetUtcNow() + (life ?? TimeSpan.FromHours(1))
        );
}
