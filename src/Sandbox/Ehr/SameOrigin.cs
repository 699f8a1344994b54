namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>Refuses what another site's page posts: the session's cookie goes along with it.</summary>
internal static class SameOrigin
{
    public static Task<IResult> Guard(HttpContext http, Func<HttpContext, Task<IResult>> serve)
    {
        var origin = http.Request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{http.Request.Scheme}://{http.Request.Host}"
            ? serve(http)
            : Task.FromResult(Results.StatusCode(StatusCodes.Status403Forbidden));
    }
}
