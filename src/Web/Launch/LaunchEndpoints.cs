namespace HeiChartViewer.Web.Launch;

/// <summary>The way in from an EHR: one address, and the parameters say which kind of launch it is.</summary>
public static class LaunchEndpoints
{
    /// <summary>Maps the launch.</summary>
    public static void MapLaunch(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/launch",
            (HttpContext context, PlainLaunch plain, CancellationToken cancellation) =>
                plain.RunAsync(context, cancellation)
        );
}
