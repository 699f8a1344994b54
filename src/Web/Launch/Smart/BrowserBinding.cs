using System.Security.Cryptography;
using System.Text;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Security;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>
/// Ties a launch to the browser that began it, by a cookie of its own that lives until the answer (control 25). A
/// frame may be denied cookies; there, and only where the answer too comes in a frame, the state alone has to do.
/// </summary>
internal sealed class BrowserBinding(ViewerMode mode)
{
    private const int Mark = 8;

    /// <summary>Hands the browser its half.</summary>
    public void Bind(HttpContext context, PendingLaunch launch) =>
        context.Response.Cookies.Append(
            NameOf(launch),
            launch.BrowserKey,
            FramedCookie.Options(PendingLaunches.Life)
        );

    /// <summary>Whether the answer comes from the browser that began; its half is taken back either way.</summary>
    public bool IsSameBrowser(HttpContext context, PendingLaunch launch)
    {
        var name = NameOf(launch);
        var key = context.Request.Cookies[name];
        if (key is null)
            return launch.IsFramed && context.Request.IsFramed();
        // With the attributes it was set with, or the browser keeps it.
        context.Response.Cookies.Append(name, "", FramedCookie.Options(TimeSpan.Zero));
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(key),
            Encoding.UTF8.GetBytes(launch.BrowserKey)
        );
    }

    /// <summary>One for each launch: two frames of one browser launch at once (control 34).</summary>
    private string NameOf(PendingLaunch launch) =>
        $"{(mode.IsSandbox ? "" : "__Host-")}heichartviewer-launch-{launch.State[..Mark]}";
}
