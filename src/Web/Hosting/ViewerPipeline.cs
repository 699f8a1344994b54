using HeiChartViewer.Web.Chart.Documents;
using HeiChartViewer.Web.Components;
using HeiChartViewer.Web.Language;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Security;
using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.SignIn.Oidc;

namespace HeiChartViewer.Web.Hosting;

/// <summary>The way of a request through the app.</summary>
public static class ViewerPipeline
{
    /// <summary>Sets the pipeline up, outermost first.</summary>
    public static void UseViewer(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseReadersLanguage();
        app.UseStatusPagesInWords();
        // Without it, nothing before the circuit's own endpoint knows a WebSocket handshake for one.
        app.UseWebSockets();
        app.UseMiddleware<SameOriginCircuits>();
        app.Use(SearchAccess.RefuseFrames);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<CircuitGate>();
        app.UseAntiforgery();

        app.MapStaticAssets();
        app.MapGroup("").RequireRateLimiting(LaunchLimits.Policy).MapLaunch();
        app.MapDocuments();
        app.MapSignOut();
        app.MapSessionAdministration();
        var mode = app.Services.GetRequiredService<ViewerMode>();
        if (mode.HasDemoUsers)
            app.MapDemoSignIn();
        if (mode.HasProvider)
            app.MapProviderSignIn();
        app.MapHealth();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options =>
            {
                // One policy, in SecurityHeaders; and no compression beside secrets in a frame (BREACH).
                options.ContentSecurityFrameAncestorsPolicy = null;
                options.DisableWebSocketCompression = true;
            });
    }
}
