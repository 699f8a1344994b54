using HeiChartViewer.Sandbox.Ehr;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>The addresses of the authorization server.</summary>
internal sealed class SmartEndpoints(
    SmartDiscovery discovery,
    AuthorizeEndpoint authorize,
    TokenEndpoint token,
    TokenCare care,
    SigningKey key
)
{
    private const string Auth = $"{SmartAddresses.BasePath}/auth";

    public void Map(IEndpointRouteBuilder app)
    {
        MapCrossOrigin(
            app,
            "GET",
            $"{SmartAddresses.BasePath}/.well-known/smart-configuration",
            _ => Now(Results.Json(discovery.Configuration()))
        );
        MapCrossOrigin(
            app,
            "GET",
            $"{SmartAddresses.BasePath}/.well-known/openid-configuration",
            _ => Now(Results.Json(discovery.OpenId()))
        );
        MapCrossOrigin(app, "GET", $"{Auth}/jwks", _ => Now(Results.Json(key.JwkSet())));
        MapCrossOrigin(app, "POST", $"{Auth}/token", token.ServeAsync);
        MapCrossOrigin(app, "POST", $"{Auth}/revoke", care.RevokeAsync);
        MapCrossOrigin(app, "POST", $"{Auth}/introspect", care.IntrospectAsync);
        // Where the user is, no other origin's script reads.
        Map(app, "GET", $"{Auth}/authorize", authorize.AuthorizeAsync);
        Map(app, "POST", $"{Auth}/authorize", authorize.AuthorizeAsync);
        Map(app, "POST", $"{Auth}/consent", http => SameOrigin.Guard(http, authorize.DecideAsync));
        Map(app, "OPTIONS", $"{SmartAddresses.BasePath}/{{**path}}", Preflight);
    }

    /// <summary>Maps what apps in a browser may call from their own origin; no cookie counts here.</summary>
    public static void MapCrossOrigin(
        IEndpointRouteBuilder app,
        string method,
        string template,
        Func<HttpContext, Task<IResult>> serve
    ) =>
        Map(
            app,
            method,
            template,
            http =>
            {
                http.Response.Headers.AccessControlAllowOrigin = "*";
                return serve(http);
            }
        );

    private static void Map(
        IEndpointRouteBuilder app,
        string method,
        string template,
        Func<HttpContext, Task<IResult>> serve
    ) =>
        app.MapMethods(
            template,
            [method],
            (RequestDelegate)(async http => await (await serve(http)).ExecuteAsync(http))
        );

    private static Task<IResult> Now(IResult result) => Task.FromResult(result);

    private static Task<IResult> Preflight(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.AccessControlAllowMethods = "GET, POST";
        http.Response.Headers.AccessControlAllowHeaders = "authorization, content-type, accept";
        http.Response.Headers.AccessControlMaxAge = "600";
        return Now(Results.NoContent());
    }
}
