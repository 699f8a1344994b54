using HeiChartViewer.Web.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HeiChartViewer.Web.SignIn;

/// <summary>
/// The cookie of a sign-in: it names one of <see cref="SignInTickets"/>, another at each sign-in, and is worth nothing once
/// that is closed.
/// </summary>
public sealed class SignInCookie(SignInTickets tickets) : CookieAuthenticationEvents
{
    /// <summary>
    /// Whoever signs in leaves the sign-in that this browser had: a copy of its cookie must not become the next user's
    /// (ASVS 7.2.4).
    /// </summary>
    public override async Task SigningIn(CookieSigningInContext context)
    {
        await CloseAsync(context.HttpContext, context.Scheme.Name);
        var endsAt = context.Properties.ExpiresUtc!.Value;
        context.Principal = tickets.Open(
            context.Principal!,
            endsAt,
            context.HttpContext.RemoteAddress()
        );
        // What a provider's answer came with stays here too.
        context.Properties.Items.Clear();
        context.Properties.ExpiresUtc = endsAt;
    }

    /// <inheritdoc />
    public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (tickets.Find(context.Principal!) is { } principal)
            context.ReplacePrincipal(principal);
        else
            context.RejectPrincipal();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task SigningOut(CookieSigningOutContext context) =>
        CloseAsync(context.HttpContext, context.Scheme.Name);

    /// <summary>Whoever may not go somewhere learns nothing about it, not even that it is there (control 0.1).</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        NotFound(context.Response);

    /// <inheritdoc cref="RedirectToLogin" />
    public override Task RedirectToAccessDenied(
        RedirectContext<CookieAuthenticationOptions> context
    ) => NotFound(context.Response);

    private static Task NotFound(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task CloseAsync(HttpContext context, string scheme)
    {
        if ((await context.AuthenticateAsync(scheme)).Principal is { } principal)
            tickets.Close(principal);
    }
}
