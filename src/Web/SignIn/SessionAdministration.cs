using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.SignIn.Oidc;
using Microsoft.AspNetCore.Mvc;

namespace HeiChartViewer.Web.SignIn;

/// <summary>What an administrator may do about other users' sessions (control 52).</summary>
public static class SessionAdministration
{
    /// <summary>The authorization policy of the administrator's page.</summary>
    public const string Policy = "session-administration";

    /// <summary>Where the page is.</summary>
    public const string Path = "/admin/sessions";

    /// <summary>The form field that names the user whose sessions are to end.</summary>
    public const string UserField = "user";

    /// <summary>Lets an administrator end a user's sessions.</summary>
    public static void MapSessionAdministration(this IEndpointRouteBuilder routes) =>
        routes.MapPost($"{Path}/end", EndAsync).RequireAuthorization(Policy);

    private static async Task<IResult> EndAsync(
        HttpContext context,
        [FromForm(Name = UserField)] string? userId,
        UserSessions sessions,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrEmpty(userId) || context.User.User() is not { } administrator)
            return Results.BadRequest();
        try
        {
            await sessions.EndAsync(
                userId,
                administrator.Audited(AuditAction.SessionsEnded).From(context) with
                {
                    Detail = userId,
                },
                cancellation
            );
        }
        catch (UserEndNotToldException)
        {
            return OidcEvents.Page(SignInRefusal.OthersNotTold);
        }
        context.Response.Headers.Location = Path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
