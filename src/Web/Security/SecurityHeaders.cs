using System.Net.Mime;
using HeiChartViewer.Web.Chart.Documents;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Security;

/// <summary>
/// The one place that decides the security headers of every answer. A launched chart may be framed by the EHRs of its own
/// tenant, and a launch by those of any until its tenant is known; everything else, and so a chart that was opened from a
/// search, by nobody. A source's document is framed by its chart, where it has an origin of its own, may load nothing and do
/// nothing.
/// </summary>
public sealed class SecurityHeaders
{
    private readonly RequestDelegate _next;
    private readonly ChartSessions _sessions;
    private readonly Dictionary<ViewerTenant, Policies> _ofTenant;
    private readonly Policies _ofAnyTenant;
    private readonly Policies _ofNobody = Policies.For([]);
    private readonly bool _isLive;

    /// <summary>Writes the policies once.</summary>
    public SecurityHeaders(
        RequestDelegate next,
        ViewerTenants tenants,
        ChartSessions sessions,
        ViewerMode mode
    )
    {
        (_next, _sessions, _isLive) = (next, sessions, !mode.IsSandbox);
        _ofTenant = tenants.All.ToDictionary(
            tenant => tenant,
            tenant => Policies.For(tenant.FrameAncestors)
        );
        _ofAnyTenant = Policies.For([
            .. tenants.All.SelectMany(tenant => tenant.FrameAncestors).Distinct(),
        ]);
    }

    /// <summary>Sets the headers when the answer starts: an error page begins with a clean slate, and needs them too.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // Read now: an error page is another path, in the same frame.
        var isDocument = IsDocument(context.Request.Path);
        var policies = PoliciesOf(context.Request.Path);
        context.Response.OnStarting(() =>
        {
            // A browser's own viewer of PDF does not run in a sandbox; it runs no script of the page's either.
            var isPdf =
                isDocument && context.Response.ContentType == MediaTypeNames.Application.Pdf;
            // Of which tenant a launch is, is known when it has been read; what nobody may frame stays that.
            var known =
                policies == _ofAnyTenant && LaunchTenant.Of(context) is { } tenant
                    ? _ofTenant[tenant]
                    : policies;
            var policy = isDocument ? known.Document : known.Page;
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

    /// <summary>
    /// A chart is of its session's tenant. A page that is of no tenant, or of none yet, says nothing of a patient; where no
    /// tenant's EHR could frame it, it would be blank in place of saying what is the matter.
    /// </summary>
    private Policies PoliciesOf(PathString path)
    {
        if (path.StartsWithSegments("/launch"))
            return _ofAnyTenant;
        if (!path.StartsWithSegments("/chart", out var rest))
            return _ofNobody;
        return _sessions.Named(rest.Value?.Split('/').ElementAtOrDefault(1)) switch
        {
            null => _ofAnyTenant,
            { Mode: ChartMode.Coordinator } => _ofNobody,
            var session => _ofTenant[session.Tenant],
        };
    }

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
    private static string PagePolicy(string ancestors) =>
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

    /// <summary>What the pages and the documents of a chart may do, and who may frame them.</summary>
    private sealed class Policies(string page, string document)
    {
        public string Page => page;

        public string Document => document;

        public static Policies For(IReadOnlyList<string> ancestors) =>
            new(
                PagePolicy(ancestors.Count == 0 ? "'none'" : string.Join(' ', ancestors)),
                DocumentPolicy(string.Join(' ', ["'self'", .. ancestors]))
            );
    }
}
