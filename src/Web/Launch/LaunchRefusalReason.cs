namespace HeiChartViewer.Web.Launch;

/// <summary>The kinds of refusal of a launch; each has a page of its own.</summary>
public enum LaunchRefusalReason
{
    /// <summary>The launch has no <c>personId</c>.</summary>
    PersonIdMissing,

    /// <summary>The launch has more than one <c>personId</c>.</summary>
    PersonIdDoubled,

    /// <summary>The <c>personId</c> is not a plausible local id.</summary>
    PersonIdImplausible,

    /// <summary>The EHR left its own placeholder in the <c>personId</c>.</summary>
    PersonIdNotFilledIn,

    /// <summary>The launch has no <c>dataPartitionId</c>.</summary>
    PartitionMissing,

    /// <summary>The launch has more than one <c>dataPartitionId</c>.</summary>
    PartitionDoubled,

    /// <summary>The <c>dataPartitionId</c> is not a data partition id.</summary>
    PartitionImplausible,

    /// <summary>The data partition is not one of this deployment.</summary>
    PartitionUnknown,

    /// <summary>Plain parameters arrived where nobody has proven who asks (control 20).</summary>
    PlainParametersRefused,

    /// <summary>Whoever asks has to sign in first, and cannot inside a frame.</summary>
    SignInInFrame,

    /// <summary>The signed-in user has no role that opens charts.</summary>
    NoRole,

    /// <summary>HealtheIntent knows no patient by this id.</summary>
    PatientNotFound,

    /// <summary>HealtheIntent knows more than one patient by this id (control 66).</summary>
    PatientAmbiguous,

    /// <summary>The local id leads to another patient than a moment ago.</summary>
    PatientChanged,

    /// <summary>HealtheIntent could not be asked.</summary>
    LookupFailed,

    /// <summary>The launch could not be recorded, so nothing is shown (design rule 6).</summary>
    AuditUnavailable,
}
