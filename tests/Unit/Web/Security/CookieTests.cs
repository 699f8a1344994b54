using HeiChartViewer.Web.Chart.Display;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn.Oidc;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Security;

public sealed class CookieTests
{
    private static readonly ViewerMode Live = new(null as Uri) { HasProvider = true };

    [Fact]
    public async Task Before_a_live_tenant_every_cookie_is_secure_and_of_this_host_alone()
    {
        await using var app = LiveViewer.Build(Live);
        var user = app
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme)
            .Cookie;
        var form = app.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie;
        var provider = app
            .Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>()
            .Get(OidcRegistration.Scheme);

        Assert.Equal("__Host-heichartviewer-user", user.Name);
        Assert.Equal("__Host-heichartviewer-form", form.Name);
        // The way back from a provider comes from another site; a form's token never does.
        Assert.Equal((SameSiteMode.Lax, SameSiteMode.Strict), (user.SameSite, form.SameSite));
        foreach (var cookie in new[] { provider.CorrelationCookie, provider.NonceCookie })
        {
            Assert.StartsWith("__Host-", cookie.Name, StringComparison.Ordinal);
            Assert.Equal((SameSiteMode.Lax, "/"), (cookie.SameSite, cookie.Path));
            Assert.Equal("/", cookie.Build(new DefaultHttpContext()).Path);
        }
        foreach (
            var cookie in new[] { user, form, provider.CorrelationCookie, provider.NonceCookie }
        )
            Assert.Equal((true, CookieSecurePolicy.Always), (cookie.HttpOnly, cookie.SecurePolicy));
    }

    [Fact]
    public async Task A_sign_in_lasts_as_long_as_is_configured()
    {
        await using var app = LiveViewer.Build(Live, ("SignIn:Oidc:Lifetime", "00:45:00"));

        var cookie = app
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme);

        Assert.Equal(TimeSpan.FromMinutes(45), cookie.ExpireTimeSpan);
        Assert.False(cookie.SlidingExpiration);
    }

    [Fact]
    public void The_cookie_of_a_chart_is_for_its_frame_alone()
    {
        var session = Sample.Session();
        var sessions = Sample.Sessions(new ManualClock(), session);
        var cookie = new ChartCookie(sessions, Live);
        var context = new DefaultHttpContext();

        cookie.Give(context, session.Id);

        var given = context.Response.Headers.SetCookie.ToString();
        Assert.StartsWith("__Host-heichartviewer-chart-", given, StringComparison.Ordinal);
        foreach (
            var attribute in new[]
            {
                "path=/",
                "secure",
                "httponly",
                "samesite=none",
                "partitioned",
            }
        )
            Assert.Contains($"; {attribute}", given, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", given, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(session.Id.Value, given, StringComparison.Ordinal);
    }

    /// <summary>A page's script writes it, so it cannot be closed to scripts; it says nothing but how charts look.</summary>
    [Fact]
    public void The_cookie_of_how_charts_look_is_of_this_host_alone()
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = "https";

        Assert.Equal("__Host-heichartviewer-display", DisplayCookie.NameFor(context.Request));
    }
}
