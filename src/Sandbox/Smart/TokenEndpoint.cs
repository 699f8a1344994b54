using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>Where an app exchanges its code, and later its refresh token, for tokens.</summary>
internal sealed partial class TokenEndpoint(
    ClientAuthentication authentication,
    SmartStores stores,
    TokenAnswer answer,
    SmartConduct conduct,
    TimeProvider clock
)
{
    private static readonly OAuthError InvalidGrant = new(
        "invalid_grant",
        "the code or refresh token is unknown, used, too old, or another app's"
    );

    public async Task<IResult> ServeAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
        if (conduct.Is(SmartMisbehaviour.SlowToken))
            await Task.Delay(conduct.TokenDelay, clock, http.RequestAborted);
        if (conduct.Is(SmartMisbehaviour.TokenError))
            return Results.Text(
                "Internal Server Error",
                statusCode: StatusCodes.Status500InternalServerError
            );
        if (!http.Request.HasFormContentType)
            return new OAuthError("invalid_request", "the body must be a form").ToResult(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await authentication.AuthenticateAsync(http, form) is not { } client)
            return OAuthError.InvalidClient.ToResult(http);
        return ClientAuthentication.Single(form, "grant_type") switch
        {
            "authorization_code" => Redeem(http, form, client),
            "refresh_token" => Refresh(http, form, client),
            null => new OAuthError("invalid_request", "grant_type is required, once").ToResult(
                http
            ),
            _ => new OAuthError("unsupported_grant_type", "not a grant of this server").ToResult(
                http
            ),
        };
    }

    private IResult Redeem(HttpContext http, IFormCollection form, SmartClientOptions client)
    {
        var grant = stores.RedeemCode(ClientAuthentication.Single(form, "code"));
        if (
            grant is not { IsAlive: true }
            || grant.Client != client
            || ClientAuthentication.Single(form, "redirect_uri") != grant.RedirectUri
            || !Answers(ClientAuthentication.Single(form, "code_verifier"), grant.CodeChallenge)
        )
            return InvalidGrant.ToResult(http);
        return Results.Json(answer.First(grant));
    }

    private IResult Refresh(HttpContext http, IFormCollection form, SmartClientOptions client)
    {
        var token = ClientAuthentication.Single(form, "refresh_token");
        if (stores.FindRefreshToken(token) is not { } issued)
        {
            stores.PunishReplay(token);
            return InvalidGrant.ToResult(http);
        }
        var grant = issued.Grant;
        if (grant.Client != client)
            return InvalidGrant.ToResult(http);
        var scopes = ClientAuthentication.Single(form, "scope") is { } asked
            ? Scopes.Granted(asked)
            : issued.Scopes;
        if (scopes.IsEmpty || !scopes.IsWithin(issued.Scopes))
            return new OAuthError("invalid_scope", "more than was granted").ToResult(http);
        // A negative or unreadable value counts as none.
        if (
            grant.Scopes.Has(Scopes.OnlineAccess)
            && uint.TryParse(ClientAuthentication.Single(form, "active_at"), out var seconds)
        )
            grant.Context.Session.WasActive(stores.Now - TimeSpan.FromSeconds(seconds));
        // Marked before it is taken: of two callers that bring one token, the second is a replay.
        stores.UsedRefreshTokens.TryAdd(token!, grant, stores.Now + SmartStores.RefreshLife);
        if (stores.RefreshTokens.Take(token) is null)
        {
            stores.PunishReplay(token);
            return InvalidGrant.ToResult(http);
        }
        return Results.Json(answer.Next(grant, scopes, issued.Scopes));
    }

    private static bool Answers(string? verifier, string challenge) =>
        verifier is not null
        && Verifier().IsMatch(verifier)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(
                Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))
            ),
            Encoding.ASCII.GetBytes(challenge)
        );

    [GeneratedRegex(@"^[A-Za-z0-9._~-]{43,128}\z")]
    private static partial Regex Verifier();
}
