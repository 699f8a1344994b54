using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.SignIn;

namespace HeiChartViewer.Web.Sessions;

/// <summary>Decides about each page of a chart that a browser asks for, before anything of it is sent.</summary>
public sealed class ChartAdmission(
    ChartSessions sessions,
    ChartCookie cookie,
    OpenCircuits circuits,
    IAuditLog audit
)
{
    private const string EnhancedNavigation = "blazor-enhanced-nav=on";

    /// <summary>Lets a page of a session in, or says why not.</summary>
    public async Task<Admission> AdmitAsync(HttpContext context, string sessionText)
    {
        if (!SessionId.TryParse(sessionText, out var id) || sessions.Kept(id) is not { } kept)
            return Ended(context, id);
        var session = kept.Session;
        var isOwn = context.User.User()?.Id == session.User.Id;
        // A coordinator's chart belongs to the coordinator who opened it, not to whoever holds the address.
        if (session.Mode is ChartMode.Coordinator && !isOwn)
            return Ended(context, null);
        if (isOwn && context.User.AuthenticatedAt() is { } proven)
            sessions.Proven(id, proven);
        switch (kept.Standing)
        {
            case SessionStanding.Ended:
                return Ended(context, id);
            case SessionStanding.Locked when !await ResumedAsync(context, session):
                return new Admission(ChartEntry.Locked, session, null);
        }
        // The page that is open already goes on to another view: its circuit is let in, and the page brings nothing.
        var goesOn = context
            .Request.Headers.Accept.ToString()
            .Contains(EnhancedNavigation, StringComparison.Ordinal);
        if (!goesOn && !circuits.HaveRoomFor(session))
            return new Admission(ChartEntry.TooMany, session, null);
        var key = cookie.Read(context, id);
        var ticket = goesOn && key is null ? null : kept.Binding.Admit(key);
        if (ticket is null && !goesOn)
            return await ElsewhereAsync(context, session);
        // A chart that a circuit opened could not be given its key before.
        if (key is null && ticket is not null && session.Mode is ChartMode.Coordinator)
            cookie.Give(context, id);
        return new Admission(ChartEntry.Admitted, session, ticket);
    }

    private Admission Ended(HttpContext context, SessionId? id)
    {
        // Not the cookies: those of this origin's other charts, and the sign-in, would go with them (control 50).
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        if (id is { Value: not null } own)
            cookie.TakeBack(context, own);
        return new Admission(ChartEntry.Ended, null, null);
    }

    private async Task<bool> ResumedAsync(HttpContext context, ChartSession session)
    {
        if (
            context.User.AuthenticatedAt() is not { } provenAt
            || context.User.User() is not { } user
            || !sessions.Resume(session.Id, user, provenAt)
        )
            return false;
        await WriteAsync(session.Audited(AuditAction.SessionResumed).From(context));
        return true;
    }

    private async Task<Admission> ElsewhereAsync(HttpContext context, ChartSession session)
    {
        await WriteAsync(
            session.Audited(AuditAction.ChartRefused).From(context) with
            {
                Outcome = AuditOutcome.Denied,
                // Nobody knows who this is, only whose chart it is.
                UserId = null,
                UserName = null,
                Detail = "not the browser that opened it",
            }
        );
        return new Admission(ChartEntry.OpenedElsewhere, session, null);
    }

    private Task WriteAsync(AuditEntry entry) =>
        audit.WriteAnywayAsync([entry], CancellationToken.None);
}
