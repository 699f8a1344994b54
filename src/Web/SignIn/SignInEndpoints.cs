using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Components.Pages;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HeiChartViewer.Web.SignIn;

/// <summary>Signs demo users in and anyone out.</summary>
public static class SignInEndpoints
{
    /// <summary>The form field that names the demo user.</summary>
    public const string UserField = "user";

    /// <summary>The form field that names the locked chart to go back to.</summary>
    public const string ChartField = "chart";

    /// <summary>The form field that names the one of a user's sessions that is to end.</summary>
    public const string SessionField = "session";

    /// <summary>Where a user ends one of their sessions.</summary>
    public const string OnePath = "/sign-out/one";

    /// <summary>Where a user signs out of everything.</summary>
    public const string EverywherePath = "/sign-out/everywhere";

    /// <summary>Lets the sandbox's made-up users in; mapped in sandbox mode only.</summary>
    public static void MapDemoSignIn(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-in", SignInAsync);

    /// <summary>Lets a signed-in user out: here, or wherever they are signed in and have charts open.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-out", SignOutAsync);
        routes.MapPost(EverywherePath, SignOutEverywhereAsync);
        routes.MapPost(OnePath, EndOneAsync);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        [FromForm(Name = UserField)] string? id,
        [FromForm(Name = ChartField)] string? chart,
        IAuditLog audit,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (DemoUser.Find(id) is not { } demo)
            return Results.BadRequest();
        var user = demo.ToUser();
        await audit.WriteAsync([user.Audited(AuditAction.SignIn).From(context)], cancellation);
        await context.SignInAsync(UserClaims.Principal(user, clock.GetUtcNow()));
        if (SessionId.TryParse(chart, out var session))
            return SeeOther(context, $"/chart/{session.Value}");
        return SeeOther(
            context,
            demo.Role switch
            {
                Roles.Coordinator => "/search",
                Roles.Administrator => SessionAdministration.Path,
                _ => "/",
            }
        );
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext context,
        [FromForm] IFormCollection _,
        ViewerMode mode,
        ChartSessions charts,
        IAuditLog audit,
        CancellationToken cancellation
    )
    {
        await context.SignOutAsync();
        if (context.User.User() is { } user)
        {
            // Closed before it is written down: a log that is down must not keep a chart open.
            charts.EndAllOf(user.Id);
            await audit.WriteAsync([user.Audited(AuditAction.SignOut).From(context)], cancellation);
        }
        if (!mode.HasProvider)
            return SeeOther(context, "/");
        // A page that goes on by itself: a redirect would count as the form's own, which may lead nowhere else (form-action).
        context.Response.Headers["Refresh"] = $"0; url={ProviderSignIn.SignOutPath}";
        return new RazorComponentResult<SignedOutPage>(
            new Dictionary<string, object?>
            {
                [nameof(SignedOutPage.Next)] = ProviderSignIn.SignOutPath,
            }
        );
    }

    private static async Task<IResult> EndOneAsync(
        HttpContext context,
        [FromForm(Name = SessionField)] string? session,
        UserSessions sessions,
        CancellationToken cancellation
    )
    {
        await sessions.EndOwnAsync(
            context.User,
            session ?? "",
            context.RemoteAddress(),
            cancellation
        );
        return SeeOther(context, "/");
    }

    private static async Task<IResult> SignOutEverywhereAsync(
        HttpContext context,
        [FromForm] IFormCollection _,
        UserSessions sessions,
        CancellationToken cancellation
    )
    {
        await context.SignOutAsync();
        try
        {
            if (context.User.User() is { } user)
                await sessions.EndAsync(
                    user.Id,
                    user.Audited(AuditAction.SignOut).From(context) with
                    {
                        Detail = "everywhere",
                    },
                    cancellation
                );
        }
        catch (UserEndNotToldException)
        {
            return OidcEvents.Page(SignInRefusal.OthersNotTold);
        }
        return SeeOther(context, "/");
    }

    /// <summary>303: the browser asks for the next page with GET, and a reload does not post again.</summary>
    private static IResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
