namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>The addresses of SMART launches beside the launch itself.</summary>
internal static class SmartEndpoints
{
    /// <summary>Maps the callback, the launch outside an EHR, and the viewer's public keys.</summary>
    public static void MapSmartLaunch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            SmartLaunch.CallbackPath,
            (HttpContext context, SmartCallback callback, CancellationToken cancellation) =>
                callback.RunAsync(context, cancellation)
        );
        routes.MapGet(
            "/launch/standalone",
            (HttpContext context, SmartLaunch launch, CancellationToken cancellation) =>
                launch.StandaloneAsync(context, cancellation)
        );
        routes.MapGet(
            "/launch/jwks.json",
            (SmartIssuers issuers) => Results.Json(issuers.PublishedKeys())
        );
    }
}
