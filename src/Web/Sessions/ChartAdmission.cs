using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.SignIn;
using Microsoft.AspNetCore.Authentication;

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
        // A coordinator's chart belongs to the coordinator who opened it, not to whoever holds the address.
        if (session.Mode is ChartMode.Coordinator && context.User.User()?.Id != session.User.Id)
            return Ended(context, null);
        if (session.Mode is ChartMode.Coordinator && await SignedInAtAsync(context) is { } proven)
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
            await SignedInAtAsync(context) is not { } signedInAt
            || !sessions.Resume(session.Id, session.User, signedInAt)
        )
            return false;
        await WriteAsync(session.Audited(AuditAction.SessionResumed).From(context));
        return true;
    }

    private static async Task<DateTimeOffset?> SignedInAtAsync(HttpContext context) =>
        (await context.AuthenticateAsync()).Properties?.IssuedUtc;

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

/// <summary>What became of a page.</summary>
/// <param name="Entry">Whether it was let in.</param>
/// <param name="Session">The session, where one is known.</param>
/// <param name="Ticket">What lets the page's circuit in; null where that has to be in already.</param>
public sealed record Admission(ChartEntry Entry, ChartSession? Session, string? Ticket);

/// <summary>Whether a page of a chart is let in, and why not.</summary>
public enum ChartEntry
{
    /// <summary>It is.</summary>
    Admitted,

    /// <summary>Nobody has used the chart for a while.</summary>
    Locked,

    /// <summary>The chart is closed, or never was; which of the two, nobody learns.</summary>
    Ended,

    /// <summary>Another browser opened it, or another page of one that keeps no cookies.</summary>
    OpenedElsewhere,

    /// <summary>There is no room for another chart.</summary>
    TooMany,
}
