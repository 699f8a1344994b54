using System.Security.Claims;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.SignIn;

/// <summary>Everything that a user has open, charts and sign-ins, on whichever machine.</summary>
public sealed class UserSessions(ChartSessions charts, SignInTickets tickets, IAuditLog audit)
{
    /// <summary>Who is signed in or has charts open, once it is written down who looks; by name.</summary>
    /// <exception cref="AuditUnavailableException">It could not be written down.</exception>
    public async Task<IReadOnlyList<UserOverview>> ListAsync(
        AuditEntry by,
        CancellationToken cancellation
    )
    {
        await audit.WriteAsync([by], cancellation);
        var open = charts.List().ToLookup(chart => chart.User.Id);
        var signIns = tickets.List().ToLookup(signIn => signIn.User.Id);
        return
        [
            .. open.SelectMany(own => own.Select(chart => chart.User))
                .Concat(signIns.SelectMany(own => own.Select(signIn => signIn.User)))
                .DistinctBy(user => user.Id)
                .OrderBy(user => user.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(user => user.Id, StringComparer.Ordinal)
                .Select(user => new UserOverview(user, [.. open[user.Id]], [.. signIns[user.Id]])),
        ];
    }

    /// <summary>Ends it all, and writes down who did and what was closed.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="by">The entry of who ends it.</param>
    /// <param name="cancellation">Gives up waiting for the entries.</param>
    public async Task EndAsync(string userId, AuditEntry by, CancellationToken cancellation)
    {
        // Closed before it is written down: a log that is down must not keep a chart open.
        tickets.End(userId, null);
        var closed = charts.EndAllOf(userId);
        await audit.WriteAsync(
            [
                by,
                .. closed.Select(session =>
                    session.Audited(AuditAction.SessionEnded) with
                    {
                        Detail = by.Action.ToString(),
                    }
                ),
            ],
            cancellation
        );
    }

    /// <summary>Ends a sign-in that nobody uses, unless its user is at a chart.</summary>
    public async Task EndUnusedAsync(ClaimsPrincipal signIn, CancellationToken cancellation)
    {
        if (
            signIn.User() is not { } user
            || charts
                .List()
                .Any(chart =>
                    chart.User.Id == user.Id
                    && chart.Standing is (SessionStanding.Open or SessionStanding.Warned)
                )
        )
            return;
        tickets.Close(signIn);
        await WriteAsync(
            [user.Audited(AuditAction.SignOut) with { Detail = "not used" }],
            cancellation
        );
    }

    /// <summary>Ends the sign-ins whose time is over, and the charts that were opened on their strength.</summary>
    public async Task EndOverdueAsync(CancellationToken cancellation)
    {
        var entries = tickets
            .EndOverdue()
            .SelectMany(user =>
                charts
                    .EndSignedInOf(user.Id)
                    .Select(session =>
                        session.Audited(AuditAction.SessionEnded) with
                        {
                            Detail = "sign-in over",
                        }
                    )
                    .Prepend(user.Audited(AuditAction.SignOut) with { Detail = "lifetime over" })
            )
            .ToList();
        if (entries.Count > 0)
            await WriteAsync(entries, cancellation);
    }

    private async Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        try
        {
            await audit.WriteAsync(entries, cancellation);
        }
        catch (AuditUnavailableException)
        {
            // They are closed either way: an end shows nothing that would have to be recorded first.
        }
    }
}
