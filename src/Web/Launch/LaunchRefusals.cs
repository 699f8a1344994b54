using System.Security.Cryptography;

namespace HeiChartViewer.Web.Launch;

/// <summary>The words of each refusal. None repeats a value of the request (control 31).</summary>
public static class LaunchRefusals
{
    private const string AskIntegrator =
        "Close this tab and open the patient again. If it happens again, tell the people who look after this link in your EHR.";

    /// <summary>See <see cref="LaunchRefusalReason.PersonIdMissing"/>.</summary>
    public static LaunchRefusal PersonIdMissing { get; } =
        new(
            LaunchRefusalReason.PersonIdMissing,
            400,
            "The EHR did not say which patient to open.",
            "The launch link has no personId.",
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PersonIdDoubled"/>.</summary>
    public static LaunchRefusal PersonIdDoubled { get; } =
        new(
            LaunchRefusalReason.PersonIdDoubled,
            400,
            "The EHR named more than one patient.",
            "The launch link has personId more than once. No patient was chosen.",
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PersonIdImplausible"/>.</summary>
    public static LaunchRefusal PersonIdImplausible { get; } =
        new(
            LaunchRefusalReason.PersonIdImplausible,
            400,
            "The patient id in the launch link is not a local patient id.",
            "personId must be the internal person id of the EHR: letters and digits, at most 64 characters. A record number (MRN) or a visit number (FIN) with other characters is not one.",
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PersonIdNotFilledIn"/>.</summary>
    public static LaunchRefusal PersonIdNotFilledIn { get; } =
        new(
            LaunchRefusalReason.PersonIdNotFilledIn,
            400,
            "The EHR did not fill in the patient.",
            "personId still holds the EHR's placeholder. This happens when the link is opened outside a patient's chart.",
            "Open a patient's chart first, then this tab."
        );

    /// <summary>See <see cref="LaunchRefusalReason.PartitionMissing"/>.</summary>
    public static LaunchRefusal PartitionMissing { get; } =
        new(
            LaunchRefusalReason.PartitionMissing,
            400,
            "The EHR did not say where the patient id comes from.",
            "The launch link has no dataPartitionId.",
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PartitionDoubled"/>.</summary>
    public static LaunchRefusal PartitionDoubled { get; } =
        new(
            LaunchRefusalReason.PartitionDoubled,
            400,
            "The EHR named more than one source for the patient id.",
            "The launch link has dataPartitionId more than once. No patient was chosen.",
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PartitionImplausible"/>.</summary>
    public static LaunchRefusal PartitionImplausible { get; } =
        new(
            LaunchRefusalReason.PartitionImplausible,
            400,
            "The data partition in the launch link is not a data partition id.",
            "dataPartitionId must be a UUID of 36 characters.",
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PartitionUnknown"/>.</summary>
    public static LaunchRefusal PartitionUnknown { get; } =
        new(
            LaunchRefusalReason.PartitionUnknown,
            404,
            "This viewer does not know the data partition in the launch link.",
            "The partition is well formed, but it is not one of this deployment's.",
            AskIntegrator
        );

    /// <summary>See <see cref="LaunchRefusalReason.PlainParametersRefused"/>.</summary>
    public static LaunchRefusal PlainParametersRefused { get; } =
        new(
            LaunchRefusalReason.PlainParametersRefused,
            403,
            "This viewer cannot tell who is asking.",
            "Plain launch parameters name a patient, but they do not prove who you are. On a live tenant they are refused.",
            "Open the chart by a launch that signs you in."
        );

    /// <summary>See <see cref="LaunchRefusalReason.PatientNotFound"/>.</summary>
    public static LaunchRefusal PatientNotFound { get; } =
        new(
            LaunchRefusalReason.PatientNotFound,
            404,
            "HealtheIntent does not know this patient.",
            "No longitudinal record is linked to the patient's local id in this data partition. This does not mean that the patient has no history: the record may not have been sent or linked yet.",
            "Go on with the EHR's own chart. New patients often appear after the next data load."
        );

    /// <summary>See <see cref="LaunchRefusalReason.NotTrusted"/>. Each has a number to quote, by which the audit log knows it.</summary>
    public static LaunchRefusal NotTrusted() =>
        new(
            LaunchRefusalReason.NotTrusted,
            403,
            "The chart was not opened.",
            "Either the link is not one that this app can trust, because it is too old, was used before or was not made for it, or HealtheIntent has no record for this patient's local id. A patient may well have a record in the EHR.",
            "Open the patient again from the EHR. If it happens again, call your help desk."
        )
        {
            CorrelationId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
        };

    /// <summary>See <see cref="LaunchRefusalReason.SignInInFrame"/>.</summary>
    public static LaunchRefusal SignInInFrame { get; } =
        new(
            LaunchRefusalReason.SignInInFrame,
            403,
            "This link needs a sign-in, and a frame cannot give one.",
            "The EHR shows this app inside its own page. There, the organisation's sign-in does not work, and should not.",
            "Tell the people who look after this link in your EHR: it has to open in a window of its own, or as a SMART or signed launch."
        );

    /// <summary>See <see cref="LaunchRefusalReason.NoRole"/>.</summary>
    public static LaunchRefusal NoRole { get; } =
        new(
            LaunchRefusalReason.NoRole,
            403,
            "Your account may not open charts here.",
            "You are signed in, and have none of the roles that open a chart.",
            "If you need patients' longitudinal records for your work, ask whoever grants access to applications."
        );

    /// <summary>See <see cref="LaunchRefusalReason.PatientAmbiguous"/>.</summary>
    public static LaunchRefusal PatientAmbiguous { get; } =
        new(
            LaunchRefusalReason.PatientAmbiguous,
            409,
            "HealtheIntent links this local id to more than one patient.",
            "Opening either could show you the wrong person's record, so none is opened.",
            "Report it to the team that resolves duplicate patients, and go on with the EHR's own chart."
        );

    /// <summary>See <see cref="LaunchRefusalReason.PatientChanged"/>.</summary>
    public static LaunchRefusal PatientChanged { get; } =
        new(
            LaunchRefusalReason.PatientChanged,
            409,
            "HealtheIntent now links this person's records differently.",
            "Since the search, the local id leads to another patient: records were merged or split.",
            "Search again."
        );

    /// <summary>See <see cref="LaunchRefusalReason.AuditUnavailable"/>.</summary>
    public static LaunchRefusal AuditUnavailable { get; } =
        new(
            LaunchRefusalReason.AuditUnavailable,
            503,
            "The chart cannot be opened, because opening it cannot be recorded.",
            "Each view of a record must leave a trace. The audit log does not answer just now.",
            "Try again in a minute. If it lasts, call your help desk."
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
            "HealtheIntent could not be asked for this patient.",
            explanation + " Nothing is known about the patient's record; it may well exist.",
            canRetry
                ? "Try again. If it lasts, call your help desk and quote the number below."
                : "Call your help desk and quote the number below."
        )
        {
            CorrelationId = correlationId,
            CanRetry = canRetry,
        };
}
