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

    /// <summary>A signed launch proves nothing, or names a patient whom nobody knows; which of the two, only the audit log says (control 29).</summary>
    NotTrusted,

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

    /// <summary>A SMART launch, or the answer to one, lacks a parameter or has one more than once.</summary>
    SmartRequestMalformed,

    /// <summary>A SMART launch comes from an EHR that is not configured (control 24).</summary>
    SmartIssuerUnknown,

    /// <summary>The EHR's server did not answer, or not in words that can be read.</summary>
    SmartServerUnavailable,

    /// <summary>The EHR's server is not as the configuration vouches for it (control 24).</summary>
    SmartServerUntrusted,

    /// <summary>An answer came to no launch that waits for one (control 25).</summary>
    SmartStateUnknown,

    /// <summary>An answer came to another browser than the launch (control 25).</summary>
    SmartOtherBrowser,

    /// <summary>An answer came from another server than was asked (control 24).</summary>
    SmartIssuerMixedUp,

    /// <summary>The user, or the EHR on the user's behalf, said no.</summary>
    SmartAccessDenied,

    /// <summary>The EHR's server did not accept the viewer's request.</summary>
    SmartRequestRefused,

    /// <summary>The EHR's server did not take its own code back.</summary>
    SmartCodeRefused,

    /// <summary>The id_token does not prove who the user is (control 27).</summary>
    SmartIdentityUnproven,

    /// <summary>The launch belongs to another tenant of the EHR.</summary>
    SmartTenantUnknown,

    /// <summary>The EHR did not say which patient to open.</summary>
    SmartPatientMissing,

    /// <summary>The EHR's FHIR server did not show the patient of the launch.</summary>
    SmartPatientUnreadable,

    /// <summary>The EHR's patient has not exactly one id that HealtheIntent knows patients by.</summary>
    SmartPatientUnidentified,
}
