using System.Text.Json;
using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Ehr;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>The addresses of the authorization server, and of the control over how it behaves.</summary>
internal sealed class SmartEndpoints(
    SmartDiscovery discovery,
    AuthorizeEndpoint authorize,
    TokenEndpoint token,
    TokenCare care,
    SigningKey key,
    SmartConduct conduct,
    SmartClients clients
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

        Map(app, "GET", "/sandbox/smart", http => Local(http, _ => Now(State())));
        Map(app, "POST", "/sandbox/smart", http => Local(http, OrderAsync));
        Map(app, "DELETE", "/sandbox/smart", http => Local(http, Behave));
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

    private static Task<IResult> Local(HttpContext http, Func<HttpContext, Task<IResult>> serve) =>
        LocalCaller.Is(http)
            ? serve(http)
            : Now(Results.StatusCode(StatusCodes.Status403Forbidden));

    private async Task<IResult> OrderAsync(HttpContext http)
    {
        SmartOrder? order;
        try
        {
            order = await JsonSerializer.DeserializeAsync<SmartOrder>(
                http.Request.Body,
                JsonSerializerOptions.Web,
                http.RequestAborted
            );
        }
        catch (JsonException)
        {
            order = null;
        }
        if (order?.Misbehaviour is not { } misbehaviour || !Enum.IsDefined(misbehaviour))
            return Refuse("misbehaviour is required, one of those of the list");
        if (order.DelayMs is < 0 or > 60_000)
            return Refuse("delayMs must be between 0 and 60000");
        conduct.TokenDelay = order.DelayMs is { } ms
            ? TimeSpan.FromMilliseconds(ms)
            : SmartConduct.DefaultTokenDelay;
        conduct.Current = misbehaviour;
        return State();

        static IResult Refuse(string message) =>
            Results.Json(new { message }, statusCode: StatusCodes.Status400BadRequest);
    }

    private Task<IResult> Behave(HttpContext http)
    {
        conduct.Behave();
        return Now(Results.NoContent());
    }

    private IResult State() =>
        Results.Json(
            new
            {
                misbehaviour = conduct.Current,
                misbehaviours = Enum.GetValues<SmartMisbehaviour>(),
                clients = clients.All.Select(client => new
                {
                    id = client.Id,
                    kind = client.Kind.ToString(),
                    secret = client.Secret,
                    redirectUris = clients.RedirectUris(client),
                }),
            }
        );
}
