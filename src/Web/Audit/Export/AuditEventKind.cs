namespace HeiChartViewer.Web.Audit.Export;

/// <summary>What an action is in FHIR's words: a profile of IHE's Basic Audit Log Patterns where one fits, and its codes.</summary>
/// <param name="Profile">The pattern's name; null where none fits.</param>
/// <param name="Type">The event's type.</param>
/// <param name="Subtype">The event's subtype within the type's own world; null where it has none.</param>
/// <param name="Action">C, R, U, D or E.</param>
internal sealed record AuditEventKind(
    string? Profile,
    AuditCoding Type,
    AuditCoding? Subtype,
    string Action
)
{
    private static readonly AuditCoding Rest = new(
        "http://terminology.hl7.org/CodeSystem/audit-event-type",
        "rest",
        "Restful Operation"
    );

    private static readonly AuditCoding Authentication = new(
        AuditCoding.Dicom,
        "110114",
        "User Authentication"
    );

    private static readonly AuditEventKind Read = new(
        "PatientRead",
        Rest,
        new("http://hl7.org/fhir/restful-interaction", "read", "read"),
        "R"
    );

    private static readonly AuditCoding Search = new(
        "http://hl7.org/fhir/restful-interaction",
        "search",
        "search"
    );

    private static readonly AuditEventKind Launch = new(
        null,
        new(AuditCoding.Dicom, "110110", "Patient Record"),
        null,
        "E"
    );

    private static readonly AuditEventKind End = new(
        null,
        Authentication,
        new(AuditCoding.Dicom, "110123", "Logout"),
        "E"
    );

    private static readonly AuditEventKind Administration = new(
        null,
        new(AuditCoding.Dicom, "110100", "Application Activity"),
        null,
        "E"
    );

    private static readonly AuditEventKind Export = new(
        null,
        new(AuditCoding.Dicom, "110106", "Export"),
        null,
        "R"
    );

    private static readonly AuditEventKind Alert = new(
        null,
        new(AuditCoding.Dicom, "110113", "Security Alert"),
        null,
        "E"
    );

    private static readonly AuditEventKind Override = new(
        null,
        new(AuditCoding.Dicom, "110127", "Emergency Override Started"),
        null,
        "E"
    );

    private static readonly AuditEventKind OverrideEnd = new(
        null,
        new(AuditCoding.Dicom, "110138", "Emergency Override Stopped"),
        null,
        "E"
    );

    /// <summary>Whether the event is about what somebody searched for.</summary>
    public bool IsQuery => Subtype == Search;

    /// <summary>What an action is.</summary>
    public static AuditEventKind Of(AuditAction action) =>
        action switch
        {
            AuditAction.ChartOpened
            or AuditAction.SectionViewed
            or AuditAction.RawViewed
            or AuditAction.DocumentOpened
            or AuditAction.DocumentDownloaded
            or AuditAction.RecentPersonShown => Read,
            AuditAction.Printed => Export,
            AuditAction.ChartSearched => new("PatientQuery", Rest, Search, "E"),
            AuditAction.PersonSearched => new("Query", Rest, Search, "E"),
            AuditAction.LaunchAccepted
            or AuditAction.LaunchRefused
            or AuditAction.PatientLookup
            or AuditAction.SearchResultOpened => Launch,
            AuditAction.SignIn or AuditAction.SessionResumed => new(
                null,
                Authentication,
                new(AuditCoding.Dicom, "110122", "Login"),
                "E"
            ),
            AuditAction.SignOut or AuditAction.SessionLocked or AuditAction.SessionEnded => End,
            AuditAction.ChartRefused or AuditAction.ForeignPatientWithheld => Alert,
            AuditAction.GlassBroken => Override,
            AuditAction.GlassMended => OverrideEnd,
            AuditAction.SessionsListed or AuditAction.SessionsEnded => Administration,
            AuditAction.LogTrimmed => new(
                null,
                new(AuditCoding.Dicom, "110101", "Audit Log Used"),
                null,
                "D"
            ),
            _ => throw new InvalidOperationException(
                $"The export does not know what {action} is in FHIR."
            ),
        };
}

/// <summary>A coding of an audit event.</summary>
/// <param name="System">The code system.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">Its words.</param>
internal sealed record AuditCoding(string System, string Code, string Display)
{
    /// <summary>The code system of DICOM, which most of an audit event's codes are of.</summary>
    public const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
}
