using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using Microsoft.AspNetCore.Authentication;

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
        var (signIn, otherSignIn) = (await SignInAsync("one"), await SignInAsync("another"));

        await new UserSessions(charts, tickets, _audit).EndAsync(
            "one",
            new ChartUser("admin", "R. Falk").Audited(AuditAction.SessionsEnded),
            CancellationToken.None
        );

        Assert.Null(charts.Find(one.Id));
        Assert.Same(other, charts.Find(other.Id));
        Assert.Null(await tickets.RetrieveAsync(signIn));
        Assert.NotNull(await tickets.RetrieveAsync(otherSignIn));
        Assert.Equal(
            [(AuditAction.SessionsEnded, "admin"), (AuditAction.SessionEnded, "one")],
            _audit.Entries.Select(entry => (entry.Action, entry.UserId))
        );

        Task<string> SignInAsync(string userId) =>
            tickets.StoreAsync(
                new AuthenticationTicket(
                    UserClaims.Principal(
                        new ChartUser(userId, userId) { Roles = [Roles.Clinician] }
                    ),
                    "cookie"
                )
            );
    }

    [Fact]
    public async Task A_log_that_is_down_keeps_no_chart_open()
    {
        var session = Sample.Session(userId: "one");
        var charts = Sample.Sessions(_clock, session);
        _audit.IsDown = true;

        await Assert.ThrowsAsync<AuditUnavailableException>(() =>
            new UserSessions(charts, new SignInTickets(_clock), _audit).EndAsync(
                "one",
                new AuditEntry(AuditAction.SessionsEnded),
                CancellationToken.None
            )
        );

        Assert.Null(charts.Find(session.Id));
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
}
