using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.SignIn;

/// <summary>Lists the open sessions for an administrator; that somebody looked is recorded first.</summary>
public sealed class SessionListing(ChartSessions sessions, IAuditLog audit)
{
    /// <summary>The sessions, or null where looking at them cannot be recorded.</summary>
    public async Task<IReadOnlyList<SessionOverview>?> ListAsync(HttpContext context)
    {
        try
        {
            await audit.WriteAsync(
                [context.User.User()!.Audited(AuditAction.SessionsListed).From(context)],
                context.RequestAborted
            );
            return sessions.List();
        }
        catch (AuditUnavailableException)
        {
            return null;
        }
    }
}
