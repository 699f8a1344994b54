using Microsoft.AspNetCore.Http.HttpResults;

namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>Signing in and out; the clinicians are invented, so nobody needs a password.</summary>
internal sealed class SignIn(EhrSessions sessions, AppLink app)
{
    private const string Path = "/ehr/sign-in";

    /// <summary>The sign-in page that leads back to an address of this server.</summary>
    public static string PathTo(string returnTo) =>
        $"{Path}?returnTo={Uri.EscapeDataString(returnTo)}";

    public RazorComponentResult Page(HttpContext http)
    {
        EhrHeaders.Apply(http, app.Origin);
        return new RazorComponentResult<SignInPage>(
            new { ReturnTo = Inside(http.Request.Query["returnTo"]) }
        );
    }

    public async Task<IResult> InAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Clinician.Find(form["clinician"]) is not { } clinician)
            return Results.Redirect(Path);
        sessions.Begin(http, clinician);
        return Results.Redirect(Inside(form["returnTo"]));
    }

    public Task<IResult> OutAsync(HttpContext http)
    {
        sessions.End(http);
        return Task.FromResult(Results.Redirect(Path));
    }

    // A path of this server, never another host: //host and /\host are one to a browser.
    private static string Inside(string? path) =>
        path is ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl) ? path : "/ehr";
}
