using HeiChartViewer.Sandbox.Credentials;
using static HeiChartViewer.Sandbox.Control.ControlWire;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>The token service with its keys, and the control over accounts and tokens.</summary>
internal sealed class AccountEndpoints(
    SystemAccounts accounts,
    OAuthConduct conduct,
    OAuthTokens tokens,
    TokenService service,
    KeyService keys,
    RequestLog log,
    TimeProvider clock
)
{
    public void Map(IEndpointRouteBuilder app)
    {
        MapLogged(app, "POST", TokenService.Path, service.ServeAsync);
        MapLogged(app, "GET", KeyService.Path, keys.ServeAsync);
        MapLocal(
            app,
            "GET",
            "/sandbox/accounts",
            http => WriteAsync(http, States(), ControlJson.Default.IReadOnlyListAccountState)
        );
        MapLocal(app, "POST", "/sandbox/accounts/rotate", RotateAsync);
        MapLocal(
            app,
            "GET",
            "/sandbox/oauth",
            http => WriteAsync(http, conduct.State, ControlJson.Default.OAuthState)
        );
        MapLocal(app, "POST", "/sandbox/oauth", OrderAsync);
        MapLocal(
            app,
            "DELETE",
            "/sandbox/oauth",
            http => Done(http, () => conduct.Follow(new OAuthOrder()))
        );
        MapLocal(app, "POST", "/sandbox/oauth/revoke", RevokeAsync);
    }

    private void MapLogged(
        IEndpointRouteBuilder app,
        string method,
        string template,
        Func<HttpContext, Task<Proof>> serve
    ) =>
        app.MapMethods(
            template,
            [method],
            (RequestDelegate)(
                async http =>
                {
                    var started = clock.GetTimestamp();
                    var entry = log.Begin(http, template, query: "");
                    try
                    {
                        log.Prove(entry, await serve(http));
                    }
                    finally
                    {
                        log.End(entry, http.Response.StatusCode, clock.GetElapsedTime(started));
                    }
                }
            )
        );

    private IReadOnlyList<AccountState> States() =>
        [
            .. accounts.All.Select(account => new AccountState(
                account.Name,
                account.Grants,
                [
                    .. accounts
                        .TokensOf(account)
                        .Select(token => new AccountToken(token.Value, token.EndsOn)),
                ],
                account.ConsumerKey,
                account.ConsumerSecret
            )),
        ];

    private async Task RotateAsync(HttpContext http)
    {
        if (await ReadAsync(http, ControlJson.Default.RotateOrder) is not { } order)
            return;
        if (order.Refuse(accounts) is { } error)
        {
            await RefuseAsync(http, error);
            return;
        }
        var account = accounts.Find(order.Account)!;
        await WriteAsync(
            http,
            new RotateResult(account.Name, accounts.Rotate(account, order.Overlap()).Value),
            ControlJson.Default.RotateResult
        );
    }

    private async Task OrderAsync(HttpContext http)
    {
        if (await ReadAsync(http, ControlJson.Default.OAuthOrder) is not { } order)
            return;
        if (order.Refuse(accounts) is { } error)
        {
            await RefuseAsync(http, error);
            return;
        }
        conduct.Follow(order);
        await WriteAsync(http, conduct.State, ControlJson.Default.OAuthState);
    }

    private async Task RevokeAsync(HttpContext http)
    {
        if (await ReadAsync(http, ControlJson.Default.RevokeOrder) is not { } order)
            return;
        var account = accounts.Find(order.Account);
        if (order.Account is not null && account is null)
            await RefuseAsync(http, "there is no such account");
        else
            await Done(http, () => tokens.Revoke(account));
    }
}
