using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace HeiChartViewer.Web.SignIn.Oidc;

/// <summary>The addresses of a sign-in with a provider, and of each of the ways it ends.</summary>
public static class ProviderSignIn
{
    /// <summary>Where the browser goes to sign in.</summary>
    public const string SignInPath = "/sign-in/provider";

    /// <summary>Where the browser goes to end the provider's own session too.</summary>
    public const string SignOutPath = "/sign-out/provider";

    /// <summary>Maps them.</summary>
    public static void MapProviderSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            SignInPath,
            (
                HttpContext context,
                [FromQuery(Name = SignInEndpoints.ChartField)] string? chart,
                CancellationToken cancellation
            ) => BeginAsync(context, LeadingTo(chart), cancellation)
        );
        routes.MapGet(SignOutPath, EndAtProviderAsync);
        // Called by the provider's server, which no antiforgery token can reach; the signed token is the proof.
        routes.MapPost("/sign-out/back-channel", BackChannelAsync).DisableAntiforgery();
        routes.MapGet("/sign-out/front-channel", FrontChannelAsync);
    }

    /// <summary>Sends the browser to the provider; to a page where the provider does not answer.</summary>
    public static async Task<IResult> BeginAsync(
        HttpContext context,
        AuthenticationProperties properties,
        CancellationToken cancellation
    ) =>
        await Metadata(context).FindAsync(cancellation) is null
            ? OidcEvents.Page(SignInRefusal.ProviderUnreachable)
            : Results.Challenge(properties, [OidcRegistration.Scheme]);

    /// <summary>
    /// Back to a chart leads only a sign-in that the user makes anew: a provider that still knows them would open a locked
    /// one for whoever sits there.
    /// </summary>
    private static AuthenticationProperties LeadingTo(string? chart) =>
        SessionId.TryParse(chart, out var session)
            ? OidcEvents.Anew($"/chart/{session.Value}")
            : new AuthenticationProperties { RedirectUri = "/" };

    private static async Task<IResult> EndAtProviderAsync(
        HttpContext context,
        CancellationToken cancellation
    ) =>
        await Metadata(context).FindAsync(cancellation)
            is not { EndSessionEndpoint: { Length: > 0 } }
            ? Results.LocalRedirect("/")
            : Results.SignOut(
                new AuthenticationProperties { RedirectUri = "/" },
                [OidcRegistration.Scheme]
            );

    /// <summary>The provider says that somebody has signed out (OpenID Connect Back-Channel Logout 1.0).</summary>
    private static async Task<IResult> BackChannelAsync(
        HttpContext context,
        [FromForm(Name = "logout_token")] string? token,
        BackChannelSignOut reader,
        UserSessions sessions,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrEmpty(token))
            return Results.BadRequest();
        var reading = await reader.ReadAsync(token, cancellation);
        if (reading == LogoutReading.ProviderAway)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (reading.User is not { } user)
            return Results.BadRequest();
        return await EndAsync(
            user,
            // Called by the provider's server: where the user is, nobody says.
            new AuditEntry(AuditAction.SignOut)
            {
                Detail = $"by the provider, from {context.RemoteAddress()}",
            },
            sessions,
            cancellation
        );
    }

    /// <summary>
    /// The provider's page loads this in a frame (OpenID Connect Front-Channel Logout 1.0). A frame brings no cookie,
    /// so the provider's session, which nobody else can guess, says whose sign-in ends.
    /// </summary>
    private static async Task<IResult> FrontChannelAsync(
        HttpContext context,
        [FromQuery(Name = "iss")] string? issuer,
        [FromQuery(Name = "sid")] string? session,
        UserSessions sessions,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrEmpty(session))
            return Results.BadRequest();
        if (await Metadata(context).FindAsync(cancellation) is not { } provider)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (provider.Issuer != issuer)
            return Results.BadRequest();
        return await EndAsync(
            new SignedOutUser(null, session),
            new AuditEntry(AuditAction.SignOut) { Detail = "by the provider" }.From(context),
            sessions,
            cancellation
        );
    }

    private static async Task<IResult> EndAsync(
        SignedOutUser user,
        AuditEntry how,
        UserSessions sessions,
        CancellationToken cancellation
    )
    {
        try
        {
            await sessions.EndByProviderAsync(user, how, cancellation);
            return Results.Ok();
        }
        catch (UserEndNotToldException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static ProviderMetadata Metadata(HttpContext context) =>
        context.RequestServices.GetRequiredService<ProviderMetadata>();
}
