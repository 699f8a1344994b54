using System.Security.Cryptography;

namespace HeiChartViewer.Web.Launch;

/// <summary>The words of each refusal. None repeats a value of the request (control 31).</summary>
public static class LaunchRefusals
{
    private static string AskIntegrator =>
        Say(
            "Close this tab and open the patient again. If it happens again, tell the people who look after this link in your EHR."
        );

    /// <summary>See <see cref="LaunchRefusalReason.PersonIdMissing"/>.</summary>
    public static LaunchRefusal PersonIdMissing =>
        new(
            LaunchRefusalReason.PersonIdMissing,
            400,
            Say("The EHR did not say which patient to open."),
            Say("The launch link has no personId."),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PersonIdDoubled"/>.</summary>
    public static LaunchRefusal PersonIdDoubled =>
        new(
            LaunchRefusalReason.PersonIdDoubled,
            400,
            Say("The EHR named more than one patient."),
            Say("The launch link has personId more than once. No patient was chosen."),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PersonIdImplausible"/>.</summary>
    public static LaunchRefusal PersonIdImplausible =>
        new(
            LaunchRefusalReason.PersonIdImplausible,
            400,
            Say("The patient id in the launch link is not a local patient id."),
            Say(
                "personId must be the internal person id of the EHR: letters and digits, at most 64 characters. A record number (MRN) or a visit number (FIN) with other characters is not one."
            ),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PersonIdNotFilledIn"/>.</summary>
    public static LaunchRefusal PersonIdNotFilledIn =>
        new(
            LaunchRefusalReason.PersonIdNotFilledIn,
            400,
            Say("The EHR did not fill in the patient."),
            Say(
                "personId still holds the EHR's placeholder. This happens when the link is opened outside a patient's chart."
            ),
            Say("Open a patient's chart first, then this tab.")
        );

    /// <summary>See <see cref="LaunchRefusalReason.PartitionMissing"/>.</summary>
    public static LaunchRefusal PartitionMissing =>
        new(
            LaunchRefusalReason.PartitionMissing,
            400,
            Say("The EHR did not say where the patient id comes from."),
            Say("The launch link has no dataPartitionId."),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PartitionDoubled"/>.</summary>
    public static LaunchRefusal PartitionDoubled =>
        new(
            LaunchRefusalReason.PartitionDoubled,
            400,
            Say("The EHR named more than one source for the patient id."),
            Say("The launch link has dataPartitionId more than once. No patient was chosen."),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PartitionImplausible"/>.</summary>
    public static LaunchRefusal PartitionImplausible =>
        new(
            LaunchRefusalReason.PartitionImplausible,
            400,
            Say("The data partition in the launch link is not a data partition id."),
            Say("dataPartitionId must be a UUID of 36 characters."),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PartitionUnknown"/>.</summary>
    public static LaunchRefusal PartitionUnknown =>
        new(
            LaunchRefusalReason.PartitionUnknown,
            404,
            Say("This viewer does not know the data partition in the launch link."),
            Say("The partition is well formed, but it is not one of this deployment's."),
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PlainParametersRefused"/>.</summary>
    public static LaunchRefusal PlainParametersRefused =>
        new(
            LaunchRefusalReason.PlainParametersRefused,
            403,
            Say("This viewer cannot tell who is asking."),
            Say(
                "Plain launch parameters name a patient, but they do not prove who you are. On a live tenant they are refused."
            ),
            Say("Open the chart by a launch that signs you in.")
        );

    /// <summary>See <see cref="LaunchRefusalReason.PatientNotFound"/>.</summary>
    public static LaunchRefusal PatientNotFound =>
        new(
            LaunchRefusalReason.PatientNotFound,
            404,
            Say("HealtheIntent does not know this patient."),
            Say(
                "No longitudinal record is linked to the patient's local id in this data partition. This does not mean that the patient has no history: the record may not have been sent or linked yet."
            ),
            Say(
                "Go on with the EHR's own chart. New patients often appear after the next data load."
            )
        );

    /// <summary>See <see cref="LaunchRefusalReason.NotTrusted"/>. Each has a number to quote, by which the audit log knows it.</summary>
    public static LaunchRefusal NotTrusted() =>
        new(
            LaunchRefusalReason.NotTrusted,
            403,
            Say("The chart was not opened."),
            Say(
                "Either the link is not one that this app can trust, because it is too old, was used before or was not made for it, or HealtheIntent has no record for this patient's local id. A patient may well have a record in the EHR."
            ),
            Say("Open the patient again from the EHR. If it happens again, call your help desk.")
        )
        {
            CorrelationId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
        };

    /// <summary>See <see cref="LaunchRefusalReason.SignInInFrame"/>.</summary>
    public static LaunchRefusal SignInInFrame =>
        new(
            LaunchRefusalReason.SignInInFrame,
            403,
            Say("This link needs a sign-in, and a frame cannot give one."),
            Say(
                "The EHR shows this app inside its own page. There, the organisation's sign-in does not work, and should not."
            ),
            Say(
                "Tell the people who look after this link in your EHR: it has to open in a window of its own, or as a SMART or signed launch."
            )
        );

    /// <summary>See <see cref="LaunchRefusalReason.NoRole"/>.</summary>
    public static LaunchRefusal NoRole =>
        new(
            LaunchRefusalReason.NoRole,
            403,
            Say("Your account may not open charts here."),
            Say("You are signed in, and have none of the roles that open a chart."),
            Say(
                "If you need patients' longitudinal records for your work, ask whoever grants access to applications."
            )
        );

    /// <summary>See <see cref="LaunchRefusalReason.PatientAmbiguous"/>.</summary>
    public static LaunchRefusal PatientAmbiguous =>
        new(
            LaunchRefusalReason.PatientAmbiguous,
            409,
            Say("HealtheIntent links this local id to more than one patient."),
            Say("Opening either could show you the wrong person's record, so none is opened."),
            Say(
                "Report it to the team that resolves duplicate patients, and go on with the EHR's own chart."
            )
        );

    /// <summary>See <see cref="LaunchRefusalReason.IdentityDiffers"/>.</summary>
    /// <param name="differences">What differs, in words; never the values.</param>
    public static LaunchRefusal IdentityDiffers(IReadOnlyList<string> differences)
    {
        var fields = string.Join(", ", differences);
        return new(
            LaunchRefusalReason.IdentityDiffers,
            409,
            Say("The EHR and HealtheIntent do not mean the same person."),
            Say(
                $"By the id that the EHR sent, HealtheIntent knows somebody who differs in: {fields}. The record was not opened, because it may be another person's."
            ),
            Say(
                "Check that the right patient is open in the EHR. If so, report it to the team that links patients' records, and go on with the EHR's own chart."
            )
        );
    }

    /// <summary>See <see cref="LaunchRefusalReason.PatientChanged"/>.</summary>
    public static LaunchRefusal PatientChanged =>
        new(
            LaunchRefusalReason.PatientChanged,
            409,
            Say("HealtheIntent now links this person's records differently."),
            Say(
                "Since the search, the local id leads to another patient: records were merged or split."
            ),
            Say("Search again.")
        );

    /// <summary>See <see cref="LaunchRefusalReason.AuditUnavailable"/>.</summary>
    public static LaunchRefusal AuditUnavailable =>
        new(
            LaunchRefusalReason.AuditUnavailable,
            503,
            Say("The chart cannot be opened, because opening it cannot be recorded."),
            Say(
                "Each view of a record must leave a trace. The audit log does not answer just now."
            ),
            Say("Try again in a minute. If it lasts, call your help desk.")
        )
        {
            CanRetry = true,
        };

    /// <summary>See <see cref="LaunchRefusalReason.LookupFailed"/>.</summary>
    /// <param name="explanation">What went wrong, in words.</param>
    /// <param name="correlationId">The correlation id to quote, if HealtheIntent answered.</param>
    /// <param name="canRetry">Whether trying again makes sense.</param>
    public static LaunchRefusal LookupFailed(
        string explanation,
        string? correlationId,
        bool canRetry
    ) =>
        new(
            LaunchRefusalReason.LookupFailed,
            502,
            Say("HealtheIntent could not be asked for this patient."),
            $"{explanation} {Say("Nothing is known about the patient's record; it may well exist.")}",
            canRetry
                ? Say("Try again. If it lasts, call your help desk and quote the number below.")
                : Say("Call your help desk and quote the number below.")
        )
        {
            CorrelationId = correlationId,
            CanRetry = canRetry,
        };
}
