using HeiChartViewer.Web.Launch.Signed;
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
                SignedLaunch signed,
                CancellationToken cancellation
            ) =>
                context.Request.Query.ContainsKey(SignedLaunch.Token)
                    ? signed.FromQueryAsync(context, cancellation)
                : context.Request.Query.ContainsKey(SmartLaunch.Issuer)
                    ? smart.FromEhrAsync(context, cancellation)
                : plain.RunAsync(context, cancellation)
        );
        // It comes from another site and has no antiforgery token; the signature is the proof, and all it does is new.
        routes
            .MapPost(
                "/launch",
                (HttpContext context, SignedLaunch signed, CancellationToken cancellation) =>
                    signed.FromFormAsync(context, cancellation)
            )
            .DisableAntiforgery();
        routes.MapSmartLaunch();
    }
}
