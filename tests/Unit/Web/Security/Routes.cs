using HeiChartViewer.Web.SignIn;

namespace HeiChartViewer.Tests.Unit.Web.Security;

/// <summary>Every route of the app: what asking for it records, or why it shows nothing of a patient.</summary>
internal static class Routes
{
    private const string Framework =
        "the framework's own; what a circuit asks for goes through the store's effects";

    // csharpier-ignore-start - a table reads best as one
    public static readonly IReadOnlyList<AuditedRoute> All =
    [
        new("GET", "/launch", "LaunchRefused"),
        new("POST", "/launch", "LaunchRefused"),
        new("GET", "/launch/callback", "LaunchRefused"),
        new("GET", "/launch/standalone", "LaunchRefused"),
        new("GET", "/launch/jwks.json", null) { Because = "the viewer's own public keys" },
        new("GET", "/chart/{session}/{view}", "ChartRefused"),
        new("GET", "/chart/{session}/document/{ticket}", null) { Because = "a ticket is good once, and made after the document's opening or saving was recorded (DocumentTests)" },
        new("GET", "/", null) { Because = "the account: who is signed in, and no patient" },
        new("GET", "/search", null) { Because = "an empty form; each search is recorded by its effect", Policy = SearchAccess.Policy },
        new("GET", "/admin/sessions", "SessionsListed") { Policy = SessionAdministration.Policy },
        new("POST", "/admin/sessions/end", "SessionsEnded") { Policy = SessionAdministration.Policy },
        new("POST", "/sign-in", "SignIn"),
        new("POST", "/sign-out", "SignOut"),
        new("POST", "/sign-out/everywhere", "SignOut"),
        new("POST", "/sign-out/one", null) { Because = "ends what the form names of the user's own, and records that it did (UserSessionsTests); shows nothing" },
        new("", "/health/live", null) { Because = "whether it runs" },
        new("", "/health/ready", null) { Because = "whether it runs, and can record" },
        new("", "/_blazor", null) { Because = Framework },
        new("", "/_blazor/negotiate", null) { Because = Framework },
        new("", "/_blazor/disconnect", null) { Because = Framework },
        new("", "/_blazor/initializers", null) { Because = Framework },
        new("GET", "/_framework/opaque-redirect", null) { Because = Framework },
        new("GET", "/{**path:file}", null) { Because = "the answer of the static files where there is no such file" },
    ];

    /// <summary>Those that are there besides where the organisation's provider vouches for users.</summary>
    public static readonly IReadOnlyList<AuditedRoute> OfProvider =
    [
        new("GET", "/sign-in/provider", null) { Because = "sends the browser to the provider; its answer is recorded where it is read, in OidcEvents" },
        new("GET", "/sign-out/provider", null) { Because = "sends the browser to the provider; that the user signed out was recorded before" },
        new("POST", "/sign-out/back-channel", null) { Because = "ends sign-ins, and shows nothing" },
        new("GET", "/sign-out/front-channel", null) { Because = "ends sign-ins, and shows nothing" },
    ];
    // csharpier-ignore-end
}

/// <summary>A route of the app.</summary>
/// <param name="Method">How it is asked for; empty, whichever way.</param>
/// <param name="Path">Its template, in short words.</param>
/// <param name="Action">What asking for it records.</param>
internal sealed record AuditedRoute(string Method, string Path, string? Action)
{
    /// <summary>Why it records nothing.</summary>
    public string? Because { get; init; }

    /// <summary>The policy that whoever asks has to meet.</summary>
    public string? Policy { get; init; }
}
