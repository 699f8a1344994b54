using System.Security.Cryptography;
using System.Text;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Security;

namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// The cookie by which a browser shows that it opened a chart: one for each session, so that two charts in one browser
/// never touch (control 34).
/// </summary>
public sealed class ChartCookie(ChartSessions sessions, ViewerMode mode)
{
    private const int Mark = 8;

    /// <summary>Hands the browser its key.</summary>
    public void Give(HttpContext context, SessionId id)
    {
        if (sessions.Kept(id) is { } kept)
            context.Response.Cookies.Append(
                NameOf(id),
                kept.Binding.BrowserKey,
                FramedCookie.Options(kept.Session.Tenant.Session.Lifetime)
            );
    }

    /// <summary>The key that the browser shows, or null.</summary>
    public string? Read(HttpContext context, SessionId id) => context.Request.Cookies[NameOf(id)];

    /// <summary>Takes the key of a chart that is closed back.</summary>
    public void TakeBack(HttpContext context, SessionId id)
    {
        if (Read(context, id) is not null)
            context.Response.Cookies.Append(NameOf(id), "", FramedCookie.Options(TimeSpan.Zero));
    }

    /// <summary>Derived from the session's id, and no way back to it.</summary>
    private string NameOf(SessionId id) =>
        $"{(mode.IsSandbox ? "" : "__Host-")}heichartviewer-chart-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value))[..Mark])}";
}
