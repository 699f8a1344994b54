using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Web.Security;

/// <summary>
/// Refuses a circuit to a page of another origin. A WebSocket is not bound by the same-origin policy, so the server
/// has to look (control 42).
/// </summary>
public sealed class SameOriginCircuits(RequestDelegate next, RefusedRequests refused)
{
    /// <summary>Answers 403 to a foreign origin on <c>/_blazor</c>.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments("/_blazor") || IsOwn(request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return refused.WriteAsync(
            context,
            AuditAction.ChartRefused,
            "a circuit for a page of another origin"
        );
    }

    private static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return origin.Count switch
        {
            // Browsers leave it out of same-origin GETs, never out of a WebSocket handshake.
            0 => !request.HttpContext.WebSockets.IsWebSocketRequest,
            1 => Uri.TryCreate(origin[0], UriKind.Absolute, out var uri)
                && uri.Scheme == request.Scheme
                && string.Equals(
                    uri.Authority,
                    Authority(request),
                    StringComparison.OrdinalIgnoreCase
                ),
            _ => false,
        };
    }

    /// <summary>The host without the scheme's own port, as browsers write it in an origin.</summary>
    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var uri)
            ? uri.Authority
            : "";
}
