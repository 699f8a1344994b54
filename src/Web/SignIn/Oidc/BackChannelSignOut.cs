using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.SignIn.Oidc;

/// <summary>Reads a provider's logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6).</summary>
public sealed class BackChannelSignOut(
    IOptionsMonitor<OpenIdConnectOptions> oidc,
    IOptions<OidcOptions> ours,
    TimeProvider clock
)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Who is to be signed out, or null where the token is not one to be obeyed.</summary>
    public async Task<SignedOutUser?> ReadAsync(string token, CancellationToken cancellation)
    {
        var provider = await oidc.Get(OidcRegistration.Scheme)
            .ConfigurationManager!.GetConfigurationAsync(cancellation);
        var result = await _handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = provider.Issuer,
                ValidAudience = ours.Value.ClientId,
                IssuerSigningKeys = provider.SigningKeys,
                ValidAlgorithms =
                [
                    SecurityAlgorithms.RsaSha256,
                    SecurityAlgorithms.RsaSsaPssSha256,
                    SecurityAlgorithms.EcdsaSha256,
                ],
                RequireExpirationTime = true,
                LifetimeValidator = (from, to, _, _) => IsNow(from, to),
            }
        );
        if (!result.IsValid || result.SecurityToken is not JsonWebToken logout)
            return null;
        // A provider that types its tokens says which are meant for this; one that does not leaves the rest to tell.
        if (logout.Typ is not (null or "" or "JWT" or "logout+jwt"))
            return null;
        // A nonce marks an id_token: one that was stolen must not sign anybody out.
        if (logout.TryGetClaim("nonce", out _) || !HasEvent(logout))
            return null;
        var subject = logout.TryGetPayloadValue<string>("sub", out var sub) ? sub : null;
        var session = logout.TryGetPayloadValue<string>("sid", out var sid) ? sid : null;
        return subject is null && session is null
            ? null
            : new SignedOutUser(
                subject is null ? null : OidcClaims.UserId(logout.Issuer, subject),
                session
            );
    }

    private static bool HasEvent(JsonWebToken token) =>
        token.TryGetPayloadValue<JsonElement>("events", out var events)
        && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(Event, out var what)
        && what.ValueKind == JsonValueKind.Object;

    private bool IsNow(DateTime? from, DateTime? to)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (from is null || from <= now + Skew) && to >= now - Skew;
    }
}

/// <summary>Whom a provider has signed out; at least one of the two is known.</summary>
/// <param name="UserId">The user, as <see cref="OidcClaims.UserId"/> writes it.</param>
/// <param name="ProviderSession">The provider's session.</param>
public sealed record SignedOutUser(string? UserId, string? ProviderSession);
