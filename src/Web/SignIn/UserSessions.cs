using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.SignIn;

/// <summary>Everything that a user has open, charts and sign-ins, on whichever machine.</summary>
public sealed class UserSessions(ChartSessions charts, SignInTickets tickets, IAuditLog audit)
{
    /// <summary>Who has charts open, once it is written down who looks.</summary>
    /// <exception cref="AuditUnavailableException">It could not be written down.</exception>
    public async Task<IReadOnlyList<SessionOverview>> ListAsync(
        AuditEntry by,
        CancellationToken cancellation
    )
    {
        await audit.WriteAsync([by], cancellation);
        return charts.List();
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
}
