using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using HeiChartViewer.Web.Launch.Tokens;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.SignIn.Oidc;

/// <summary>Reads a provider's logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6).</summary>
public sealed class BackChannelSignOut(
    ProviderMetadata metadata,
    IOptions<OidcOptions> ours,
    TimeProvider clock
)
{
    /// <summary>How old a token may be, whatever end it names itself.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);

    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>The tokens that were obeyed, until each is too old anyway.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> _obeyed = new();

    /// <summary>Who is to be signed out, or why the token is not one to be obeyed.</summary>
    public async Task<LogoutReading> ReadAsync(string token, CancellationToken cancellation)
    {
        if (await metadata.FindAsync(cancellation) is not { } provider)
            return LogoutReading.ProviderAway;
        var result = await ValidateAsync(token, provider);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            if (await metadata.FindNewerAsync(cancellation) is not { } newer)
                return LogoutReading.ProviderAway;
            result = await ValidateAsync(token, newer);
        }
        if (!result.IsValid || result.SecurityToken is not JsonWebToken logout)
            return Refused(result.Exception?.GetType().Name ?? "no token");
        // A provider that types its tokens says which are meant for this; one that does not leaves the rest to tell.
        if (logout.Typ is not (null or "" or "JWT" or "logout+jwt"))
            return Refused("typ");
        // A nonce marks an id_token: one that was stolen must not sign anybody out.
        if (logout.TryGetClaim("nonce", out _))
            return Refused("nonce");
        if (!HasEvent(logout))
            return Refused("events");
        var subject = Text(logout, "sub");
        var session = Text(logout, "sid");
        if ((subject ?? session) is null)
            return Refused("neither sub nor sid");
        if (IssuedAt(logout) is not { } issuedAt)
            return Refused("iat");
        if (Text(logout, "jti") is not { Length: > 0 } id)
            return Refused("jti");
        if (!IsFirst(id, issuedAt))
            return Refused("replayed");
        return new LogoutReading(
            new SignedOutUser(
                subject is null ? null : OidcClaims.UserId(logout.Issuer, subject),
                session
            ),
            null
        );
    }

    private Task<TokenValidationResult> ValidateAsync(
        string token,
        OpenIdConnectConfiguration provider
    ) =>
        _handler.ValidateTokenAsync(
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

    private static LogoutReading Refused(string why) => new(null, why);

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetClaim(claim, out var found) && found.ValueType == ClaimValueTypes.String
            ? found.Value
            : null;

    private static bool HasEvent(JsonWebToken token) =>
        token.TryGetPayloadValue<JsonElement>("events", out var events)
        && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(Event, out var what)
        && what.ValueKind == JsonValueKind.Object;

    private bool IsNow(DateTime? from, DateTime? to)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (from is null || from <= now + SignedToken.Skew) && to >= now - SignedToken.Skew;
    }

    private DateTimeOffset? IssuedAt(JsonWebToken token)
    {
        if (
            !token.TryGetClaim("iat", out var claim)
            || !long.TryParse(
                claim.Value,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var seconds
            )
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        )
            return null;
        var issuedAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var age = clock.GetUtcNow() - issuedAt;
        return age >= -SignedToken.Skew && age <= Oldest + SignedToken.Skew ? issuedAt : null;
    }

    private bool IsFirst(string id, DateTimeOffset issuedAt)
    {
        var now = clock.GetUtcNow();
        foreach (var old in _obeyed.Where(old => old.Value < now))
            _obeyed.TryRemove(old);
        return _obeyed.TryAdd(id, issuedAt + Oldest + SignedToken.Skew);
    }
}
