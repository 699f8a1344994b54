using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Launch.Identity;
using HeiChartViewer.Web.Launch.Signed;
using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Search;
using HeiChartViewer.Web.Security;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.SignIn.Oidc;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Hosting;

/// <summary>What the app is made of.</summary>
public static class ViewerServices
{
    /// <summary>Adds everything, for a tenant that the configuration names.</summary>
    public static void AddViewer(this WebApplicationBuilder builder, ViewerMode mode)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(mode);
        services
            .AddOptions<ViewerOptions>()
            .Bind(builder.Configuration.GetSection(ViewerOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ViewerOptions>, ViewerOptionsValidator>();
        services.AddTenants(builder.Configuration);
        services.AddAudit(AuditPlace.Of(builder.Configuration, mode));

        services.AddChartSessions(builder.Configuration);
        services.AddSingleton<PatientResolver>();
        services.AddSingleton<IdentityCheck>();
        services.AddSingleton<LaunchCompletion>();
        services.AddSingleton<PlainLaunch>();
        services.AddSmartLaunch(builder.Configuration);
        services.AddSignedLaunch(builder.Configuration);
        services.AddSingleton<SearchOpening>();
        services.AddSingleton<RecentPeople>();
        services.AddCircuitTenant();
        services
            .AddOptions<BreakGlassOptions>()
            .Bind(builder.Configuration.GetSection(BreakGlassOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BreakGlassOptions>, BreakGlassOptionsValidator>();
        services.AddSingleton<BreakGlass>();
        services.AddSingleton<OpaqueNames>();
        services.AddChartStore();

        services.AddLaunchLimits();
        services.AddHealthChecks().AddCheck<AuditReadiness>("audit");
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddSignIn(mode, builder.Configuration);
    }

    private static void AddSignIn(
        this IServiceCollection services,
        ViewerMode mode,
        IConfiguration configuration
    )
    {
        var authentication = services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                Harden(options.Cookie, "user", mode);
                // Lax, because the way back from a provider, and a link out of the EHR, come from another site.
                options.Cookie.SameSite = mode.HasProvider ? SameSiteMode.Lax : SameSiteMode.Strict;
                options.SlidingExpiration = false;
                options.EventsType = typeof(SignInCookie);
            });
        if (mode.HasProvider)
            authentication.AddOidc(configuration);
        services.AddSingleton<SignInTickets>();
        services.AddSingleton<SignInCookie>();
        services.AddSingleton<UserEnds>();
        services.AddSingleton<UserSessions>();
        services.AddHostedService<UserEndKeeper>();
        services.AddHostedService<SignInKeeper>();
        services
            .AddOptions<CookieAuthenticationOptions>(
                CookieAuthenticationDefaults.AuthenticationScheme
            )
            .Configure<IOptions<OidcOptions>>(
                (cookie, provider) => cookie.ExpireTimeSpan = provider.Value.Lifetime
            );
        services
            .AddAuthorizationBuilder()
            .AddPolicy(SearchAccess.Policy, policy => policy.RequireRole(Roles.Coordinator))
            .AddPolicy(
                SessionAdministration.Policy,
                policy => policy.RequireRole(Roles.Administrator)
            );
        services.AddAntiforgery(options =>
        {
            Harden(options.Cookie, "form", mode);
            // SecurityHeaders states who may frame what; the header antiforgery adds would contradict it.
            options.SuppressXFrameOptionsHeader = true;
        });
        if (mode.IsSandbox)
            services.Configure<KeyManagementOptions>(options =>
                options.XmlRepository = new ForgetfulKeys()
            );
    }

    /// <summary>Before a live tenant cookies travel over https alone; the sandbox speaks plain http on loopback.</summary>
    private static void Harden(CookieBuilder cookie, string purpose, ViewerMode mode)
    {
        cookie.Name = mode.IsSandbox
            ? $"heichartviewer-{purpose}"
            : $"__Host-heichartviewer-{purpose}";
        cookie.SecurePolicy = mode.IsSandbox
            ? CookieSecurePolicy.SameAsRequest
            : CookieSecurePolicy.Always;
    }
}
