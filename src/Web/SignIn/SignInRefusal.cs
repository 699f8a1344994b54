namespace HeiChartViewer.Web.SignIn;

/// <summary>Why nobody was signed in, in words for the person in front of the screen.</summary>
/// <param name="Code">A stable word for the kind of refusal.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Headline">What is the matter, in one sentence.</param>
/// <param name="Explanation">What it means; never a value out of the provider's answer.</param>
/// <param name="NextStep">What the reader can do about it.</param>
public sealed record SignInRefusal(
    string Code,
    int Status,
    string Headline,
    string Explanation,
    string NextStep
)
{
    private static string CallHelpDesk =>
        Say("Try again. If it happens again, call your help desk.");

    /// <summary>The provider knows the user, and none of their roles is mapped.</summary>
    public static SignInRefusal NoRole =>
        new(
            "NoRole",
            StatusCodes.Status403Forbidden,
            Say("Your account may not use this app."),
            Say(
                "You are signed in to your organisation, and it has given you none of the roles that this app knows."
            ),
            Say(
                "If you need patients' longitudinal records for your work, ask whoever grants access to applications."
            )
        );

    /// <summary>The provider did not answer.</summary>
    public static SignInRefusal ProviderUnreachable =>
        new(
            "ProviderUnreachable",
            StatusCodes.Status503ServiceUnavailable,
            Say("Your organisation's sign-in does not answer."),
            Say(
                "Nobody can sign in here until it does. Charts launched by the EHR itself still open."
            ),
            CallHelpDesk
        );

    /// <summary>The provider's answer was an error, was not meant for this browser, or could not be trusted.</summary>
    public static SignInRefusal NotTrusted =>
        new(
            "SignInNotTrusted",
            StatusCodes.Status403Forbidden,
            Say("You were not signed in."),
            Say(
                "The sign-in was given up, took too long, or came back in a way that this app cannot trust."
            ),
            CallHelpDesk
        );

    /// <summary>A sign-in must leave a trace.</summary>
    public static SignInRefusal NotRecorded =>
        new(
            "AuditUnavailable",
            StatusCodes.Status503ServiceUnavailable,
            Say("You cannot be signed in, because it cannot be recorded."),
            Say("Each sign-in must leave a trace. The audit log does not answer just now."),
            Say("Try again in a minute. If it lasts, call your help desk.")
        );

    /// <summary>Sessions have ended in this process, and the others that share the database could not be told.</summary>
    public static SignInRefusal OthersNotTold =>
        new(
            "OthersNotTold",
            StatusCodes.Status503ServiceUnavailable,
            Say("The sessions at this server have ended, and the others are not told yet."),
            Say(
                "This app runs on several servers, and the database by which they tell each other does not answer. They end the sessions too as soon as it does."
            ),
            Say(
                "Until then charts may be open at another server. If that matters, call your help desk."
            )
        );
}
