using HeiChartViewer.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace HeiChartViewer.Web.SignIn.Oidc;

/// <summary>Adds the organisation's sign-in, where one is configured.</summary>
public static class OidcRegistration
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme = "oidc";

    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    /// <summary>Adds the authorization code flow with PKCE.</summary>
    public static void AddOidc(
        this AuthenticationBuilder authentication,
        IConfiguration configuration
    )
    {
        var services = authentication.Services;
        services
            .AddOptions<OidcOptions>()
            .Bind(configuration.GetSection(OidcOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<OidcOptions>, OidcOptionsValidator>();
        services.AddSingleton<OidcEvents>();
        services.AddSingleton<ProviderMetadata>();
        services.AddSingleton<BackChannelSignOut>();
        authentication.AddOpenIdConnect(Scheme, _ => { });
        services
            .AddOptions<OpenIdConnectOptions>(Scheme)
            .Configure<IOptions<OidcOptions>, ViewerMode>(
                (oidc, ours, mode) => Configure(oidc, ours.Value, mode)
            );
    }

    private static void Configure(OpenIdConnectOptions oidc, OidcOptions ours, ViewerMode mode)
    {
        oidc.Authority = ours.Authority;
        oidc.RequireHttpsMetadata = new Uri(ours.Authority).Scheme == Uri.UriSchemeHttps;
        oidc.ClientId = ours.ClientId;
        oidc.ClientSecret = ours.ClientSecret;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.CallbackPath = "/sign-in/callback";
        oidc.SignedOutCallbackPath = "/sign-out/callback";
        // The handler's own knows only the cookie of the calling browser; ours ends the sign-in wherever it is.
        oidc.RemoteSignOutPath = default;
        oidc.GetClaimsFromUserInfoEndpoint = true;
        oidc.MapInboundClaims = false;
        oidc.UseTokenLifetime = false;
        oidc.EventsType = typeof(OidcEvents);
        oidc.BackchannelTimeout = AnswerLimit;
        foreach (var scope in ours.Scopes.Except(oidc.Scope, StringComparer.Ordinal).ToArray())
            oidc.Scope.Add(scope);
        oidc.ClaimActions.Remove("iss");
        oidc.ClaimActions.MapJsonKey(ours.RoleClaim, ours.RoleClaim);
        oidc.ClaimActions.MapJsonKey(ours.NameClaim, ours.NameClaim);
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
        {
            if (!mode.IsSandbox)
                cookie.Name = $"__Host-{cookie.Name}";
            cookie.Path = "/";
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = mode.IsSandbox
                ? CookieSecurePolicy.SameAsRequest
                : CookieSecurePolicy.Always;
        }
    }
}
