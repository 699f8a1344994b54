using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace HeiChartViewer.Web.SignIn;

/// <summary>Signs demo users in and anyone out.</summary>
public static class SignInEndpoints
{
    /// <summary>The form field that names the demo user.</summary>
    public const string UserField = "user";

    /// <summary>Lets the sandbox's made-up users in; mapped in sandbox mode only.</summary>
    public static void MapDemoSignIn(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-in", SignInAsync);

    /// <summary>Lets a signed-in user out.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-out", SignOutAsync);

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        [FromForm(Name = UserField)] string? id,
        IAuditLog audit,
        CancellationToken cancellation
    )
    {
        if (DemoUser.Find(id) is not { } demo)
            return Results.BadRequest();
        var user = new ChartUser(demo.Id, demo.Name);
        await audit.WriteAsync([user.Audited(AuditAction.SignIn).From(context)], cancellation);
        await context.SignInAsync(UserClaims.Principal(user, demo.Role));
        return SeeOther(context, demo.Role == Roles.Coordinator ? "/search" : "/");
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext context,
        [FromForm] IFormCollection _,
        IAuditLog audit,
        CancellationToken cancellation
    )
    {
        if (context.User.User() is { } user)
            await audit.WriteAsync([user.Audited(AuditAction.SignOut).From(context)], cancellation);
        await context.SignOutAsync();
        return SeeOther(context, "/");
    }

    /// <summary>303: the browser asks for the next page with GET, and a reload does not post again.</summary>
    private static IResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
