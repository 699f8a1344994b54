using HeiChartViewer.Sandbox.Credentials;

namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>Who is signed in, by cookie.</summary>
internal sealed class EhrSessions(TimeProvider clock)
{
    public const string Cookie = "ehr-session";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    // An app in a frame comes back to this server from another site: a cookie that stays at home would not come.
    private static readonly CookieOptions Attributes = new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.None,
        Path = "/",
    };

    private readonly ExpiringStore<EhrSession> _sessions = new(clock, 1_000);

    public EhrSession? Of(HttpContext http) =>
        _sessions.Find(http.Request.Cookies[Cookie]) is { HasEnded: false } session
            ? session
            : null;

    /// <summary>The session behind a page of the EHR itself: opening one is a sign of life.</summary>
    public EhrSession? AtWork(HttpContext http)
    {
        var session = Of(http);
        session?.WasActive(clock.GetUtcNow());
        return session;
    }

    public void Begin(HttpContext http, Clinician clinician)
    {
        End(http);
        var id = RandomToken.Next();
        var now = clock.GetUtcNow();
        _sessions.TryAdd(id, new EhrSession(clinician, now), now + Longest);
        http.Response.Cookies.Append(Cookie, id, Attributes);
    }

    /// <summary>Ends the session, and with it its launches and the tokens of its apps.</summary>
    public void End(HttpContext http)
    {
        _sessions.Take(http.Request.Cookies[Cookie])?.End();
        http.Response.Cookies.Delete(Cookie, Attributes);
    }
}
