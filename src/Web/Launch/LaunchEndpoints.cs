using HeiChartViewer.Web.Launch.Smart;

namespace HeiChartViewer.Web.Launch;

/// <summary>The way in from an EHR: one address, and the parameters say which kind of launch it is.</summary>
public static class LaunchEndpoints
{
    /// <summary>Maps the launch.</summary>
    public static void MapLaunch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/launch",
            (
                HttpContext context,
                PlainLaunch plain,
                SmartLaunch smart,
                CancellationToken cancellation
            ) =>
                context.Request.Query.ContainsKey(SmartLaunch.Issuer)
                    ? smart.FromEhrAsync(context, cancellation)
                    : plain.RunAsync(context, cancellation)
        );
        routes.MapSmartLaunch();
    }
}
