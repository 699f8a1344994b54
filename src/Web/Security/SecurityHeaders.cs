using System.Net.Mime;
using HeiChartViewer.Web.Chart.Documents;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Security;

/// <summary>
/// The one place that decides the security headers of every answer. Launched charts and launch pages may be framed by the
/// configured EHRs; everything else, and so a chart that was opened from a search, by nobody. A source's document is framed by its chart, where it has an origin of its
/// own, may load nothing and do nothing.
/// </summary>
public sealed class SecurityHeaders
{
    private readonly RequestDelegate _next;
    private readonly string _framed;
    private readonly string _unframed;
    private readonly string _document;
    private readonly string _unframedDocument;
    private readonly ChartSessions _sessions;
    private readonly bool _isLive;

    /// <summary>Writes both policies once.</summary>
    public SecurityHeaders(
        RequestDelegate next,
        IOptions<ViewerOptions> options,
        ChartSessions sessions,
        ViewerMode mode
    )
    {
        (_next, _sessions, _isLive) = (next, sessions, !mode.IsSandbox);
        var ancestors = options.Value.FrameAncestors;
        _framed = Policy(ancestors.Count == 0 ? "'none'" : string.Join(' ', ancestors));
        _unframed = Policy("'none'");
        _document = DocumentPolicy(string.Join(' ', ["'self'", .. ancestors]));
        _unframedDocument = DocumentPolicy("'self'");
    }

    /// <summary>Sets the headers when the answer starts: an error page begins with a clean slate, and needs them too.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // Read now: an error page is another path, in the same frame.
        var isDocument = IsDocument(context.Request.Path);
        var mayBeFramed = MayBeFramed(context.Request.Path);
        var policy = isDocument
            ? mayBeFramed
                ? _document
                : _unframedDocument
            : mayBeFramed
                ? _framed
                : _unframed;
        context.Response.OnStarting(() =>
        {
            // A browser's own viewer of PDF does not run in a sandbox; it runs no script of the page's either.
            var isPdf =
                isDocument && context.Response.ContentType == MediaTypeNames.Application.Pdf;
            Set(context.Response.Headers, isDocument && !isPdf ? $"{policy}; sandbox" : policy);
            // Before a live tenant also where TLS ends in front of the app: browsers take it from TLS alone.
            if (_isLive || context.Request.IsHttps)
                context.Response.Headers.StrictTransportSecurity =
                    "max-age=31536000; includeSubDomains";
            return Task.CompletedTask;
        });
        return _next(context);
    }

    private static void Set(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // A static file names its own caching, and a frame without an origin needs it to say what is the matter; every
        // other answer may hold a record (control 51).
        var isStatic = headers.ETag.Count > 0;
        headers["Cross-Origin-Resource-Policy"] = isStatic ? "cross-origin" : "same-origin";
        if (!isStatic)
            headers.CacheControl = "no-store";
    }

    private bool MayBeFramed(PathString path) =>
        path.StartsWithSegments("/launch")
        || path.StartsWithSegments("/chart", out var rest)
            && _sessions.ModeOf(rest.Value?.Split('/').ElementAtOrDefault(1))
                is not ChartMode.Coordinator;

    private static bool IsDocument(PathString path) =>
        path.StartsWithSegments("/chart", out var rest)
        && rest.Value?.Split('/') is [_, _, "document", ..];

    private static string DocumentPolicy(string ancestors) =>
        string.Join(
            "; ",
            "default-src 'none'",
            "object-src 'none'",
            $"style-src-elem {DocumentPage.StyleHash}",
            "style-src-attr 'unsafe-inline'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            $"frame-ancestors {ancestors}"
        );

    /// <summary>
    /// <c>style-src-attr</c> allows inline attributes, which the widgets position themselves with; inline style
    /// elements and every inline script stay forbidden.
    /// </summary>
    private static string Policy(string ancestors) =>
        string.Join(
            "; ",
            "default-src 'none'",
            "object-src 'none'",
            "script-src 'self'",
            "style-src-elem 'self'",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "frame-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            $"frame-ancestors {ancestors}"
        );
}
