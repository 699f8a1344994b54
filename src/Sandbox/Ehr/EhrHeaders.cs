namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>What every page of the EHR says to the browser: no script, no stranger, no copy.</summary>
internal static class EhrHeaders
{
    /// <param name="http">The request answered.</param>
    /// <param name="formTarget">Another origin that a form of this page leads to; browsers check redirects too.</param>
    /// <param name="isFramed">Whether the page is shown in a frame of the EHR's own.</param>
    public static void Apply(HttpContext http, string? formTarget = null, bool isFramed = false)
    {
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; form-action 'self' {formTarget}; base-uri 'none'; "
            + $"frame-ancestors {(isFramed ? "'self'" : "'none'")}; frame-src 'self' http: https:";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
    }
}
