namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>The addresses of the EHR.</summary>
internal sealed class EhrEndpoints(EhrPages pages, SignIn signIn, SignedLaunch signed)
{
    private static readonly Lazy<byte[]> Stylesheet = new(() =>
    {
        using var resource = typeof(EhrEndpoints).Assembly.GetManifestResourceStream("ehr.css")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    });

    public void Map(IEndpointRouteBuilder app)
    {
        Get(app, "/", _ => Results.Redirect("/ehr"));
        Get(app, "/ehr/ehr.css", _ => Results.Bytes(Stylesheet.Value, "text/css"));
        Get(app, "/ehr", pages.Organizer);
        Get(app, "/ehr/patients/{dataPartitionId}/{personId}", pages.Chart);
        Get(app, "/ehr/launches/{dataPartitionId}/{personId}", pages.Launch);
        Get(app, "/ehr/launch-keys", _ => Results.Json(signed.Keys()));
        Get(app, "/ehr/smart-style.json", _ => Results.Json(SmartStyle.Values));
        Get(app, "/ehr/sign-in", signIn.Page);
        Post(app, "/ehr/sign-in", signIn.InAsync);
        Post(app, "/ehr/sign-out", signIn.OutAsync);
        Post(app, "/ehr/conduct", pages.ConductAsync);
    }

    private static void Get(
        IEndpointRouteBuilder app,
        string template,
        Func<HttpContext, IResult> serve
    ) =>
        app.MapMethods(
            template,
            ["GET"],
            (RequestDelegate)(http => serve(http).ExecuteAsync(http))
        );

    private static void Post(
        IEndpointRouteBuilder app,
        string template,
        Func<HttpContext, Task<IResult>> serve
    ) =>
        app.MapMethods(
            template,
            ["POST"],
            (RequestDelegate)(
                async http => await (await SameOrigin.Guard(http, serve)).ExecuteAsync(http)
            )
        );
}
