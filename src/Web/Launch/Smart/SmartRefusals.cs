namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>The words of each refusal of a SMART launch. None repeats what came in (control 31).</summary>
internal static class SmartRefusals
{
    private static string OpenAgain => Say("Open the patient again from the EHR.");

    private static string AskIntegrator =>
        Say(
            "Open the patient again from the EHR. If it happens again, tell the people who look after this link in your EHR."
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartRequestMalformed"/>.</summary>
    public static LaunchRefusal RequestMalformed =>
        new(
            LaunchRefusalReason.SmartRequestMalformed,
            400,
            Say("The launch link is not complete."),
            Say("A SMART launch must say once which EHR it comes from and which launch it is."),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartIssuerUnknown"/>.</summary>
    public static LaunchRefusal IssuerUnknown =>
        new(
            LaunchRefusalReason.SmartIssuerUnknown,
            403,
            Say("This viewer does not know the EHR that the launch comes from."),
            Say(
                "Only EHRs that this deployment has been told of may open charts. This one was not asked anything."
            ),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartServerUnavailable"/>.</summary>
    public static LaunchRefusal ServerUnavailable =>
        new(
            LaunchRefusalReason.SmartServerUnavailable,
            502,
            Say("The EHR's sign-in server did not answer as it should."),
            Say(
                "The viewer could not find out who you are and which patient is meant. Nothing is known about the patient's record; it may well exist."
            ),
            $"{OpenAgain} {Say("If it lasts, call your help desk.")}"
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartServerUntrusted"/>.</summary>
    public static LaunchRefusal ServerUntrusted =>
        new(
            LaunchRefusalReason.SmartServerUntrusted,
            502,
            Say("The EHR's sign-in server is not the one this viewer was told of."),
            Say(
                "It names itself otherwise, or sends to addresses that are not the EHR's own. Nothing was sent there."
            ),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartStateUnknown"/>.</summary>
    public static LaunchRefusal StateUnknown =>
        new(
            LaunchRefusalReason.SmartStateUnknown,
            400,
            Say("This launch has been used or has ended."),
            Say(
                "A launch is good once and for a few minutes. It cannot be opened again from the history or a bookmark."
            ),
            OpenAgain
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartOtherBrowser"/>.</summary>
    public static LaunchRefusal OtherBrowser =>
        new(
            LaunchRefusalReason.SmartOtherBrowser,
            400,
            Say("This launch was begun in another browser."),
            Say(
                "A launch belongs to the window that it was begun in. It may also be that this browser keeps no cookies."
            ),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartIssuerMixedUp"/>.</summary>
    public static LaunchRefusal IssuerMixedUp =>
        new(
            LaunchRefusalReason.SmartIssuerMixedUp,
            400,
            Say("Another server answered than the one that was asked."),
            Say("The answer does not come from the EHR that this launch began at."),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartCodeRefused"/>.</summary>
    public static LaunchRefusal CodeRefused =>
        new(
            LaunchRefusalReason.SmartCodeRefused,
            502,
            Say("The EHR's sign-in server did not complete the launch."),
            Say(
                "It did not take back what it had just handed out: it was used before, took too long, or the viewer is not registered there as it should be."
            ),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartIdentityUnproven"/>.</summary>
    public static LaunchRefusal IdentityUnproven =>
        new(
            LaunchRefusalReason.SmartIdentityUnproven,
            502,
            Say("The EHR did not prove who you are."),
            Say(
                "What it said about you is missing, too old, meant for someone else or not signed by it."
            ),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartTenantUnknown"/>.</summary>
    public static LaunchRefusal TenantUnknown =>
        new(
            LaunchRefusalReason.SmartTenantUnknown,
            403,
            Say("The launch comes from another organisation of this EHR."),
            Say("The EHR serves several organisations, and this viewer belongs to one of them."),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartPatientMissing"/>.</summary>
    public static LaunchRefusal PatientMissing =>
        new(
            LaunchRefusalReason.SmartPatientMissing,
            400,
            Say("The EHR did not say which patient to open."),
            Say("The launch named you, but no patient."),
            Say("Open the viewer from a patient's chart in the EHR.")
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartPatientUnreadable"/>.</summary>
    public static LaunchRefusal PatientUnreadable =>
        new(
            LaunchRefusalReason.SmartPatientUnreadable,
            502,
            Say("The EHR does not show the patient that the launch named."),
            Say(
                "The viewer checks with the EHR who the patient is before it opens a record. The EHR did not answer, or answered about someone else."
            ),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.SmartPatientUnidentified"/>.</summary>
    public static LaunchRefusal PatientUnidentified =>
        new(
            LaunchRefusalReason.SmartPatientUnidentified,
            404,
            Say("The EHR's patient has no id that HealtheIntent could know."),
            Say(
                "The patient has none, or more than one, of the ids that this deployment looks patients up by. No patient was chosen."
            ),
            AskIntegrator
        );

    /// <summary>What an EHR's error answer means (RFC 6749 4.1.2.1, OpenID Connect Core 3.1.2.6).</summary>
    /// <param name="error">The code, as it came.</param>
    public static SmartLaunchException Answered(string error) =>
        error switch
        {
            "access_denied" => new(
                new(
                    LaunchRefusalReason.SmartAccessDenied,
                    403,
                    Say("The EHR did not let the viewer in."),
                    Say("You, or the EHR on your behalf, did not allow this viewer to be opened."),
                    $"{OpenAgain} {Say("If you should have access, call your help desk.")}"
                ),
                error
            ),
            "login_required" or "interaction_required" or "consent_required" => new(
                new(
                    LaunchRefusalReason.SmartAccessDenied,
                    403,
                    Say("The EHR wants you to sign in first."),
                    Say("Your work in the EHR may have ended while the viewer was opening."),
                    Say("Sign in to the EHR and open the patient again.")
                ),
                error
            ),
            "server_error" or "temporarily_unavailable" => new(ServerUnavailable, error),
            "invalid_scope" => Refused(
                Say(
                    "The viewer asked for more than the EHR gives it, or for something the EHR does not know."
                ),
                error
            ),
            "unauthorized_client" or "invalid_client" => Refused(
                Say("The viewer is not registered with the EHR for this kind of launch."),
                error
            ),
            "invalid_request" or "unsupported_response_type" => Refused(
                Say(
                    "The launch was used before or took too long, or the viewer is not set up as the EHR expects."
                ),
                error
            ),
            _ => Refused(
                Say("The EHR gave a reason that this viewer does not know."),
                "another error"
            ),
        };

    private static SmartLaunchException Refused(string explanation, string error) =>
        new(
            new(
                LaunchRefusalReason.SmartRequestRefused,
                502,
                Say("The EHR's sign-in server did not accept the launch."),
                explanation,
                AskIntegrator
            ),
            error
        );
}
