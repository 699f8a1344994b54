namespace HeiChartViewer.Web.Audit;

/// <summary>What can be audited: a closed set, so that no view of a record has an action of its own making.</summary>
public enum AuditAction
{
    /// <summary>A launch was accepted.</summary>
    LaunchAccepted,

    /// <summary>A launch was refused; the detail says why.</summary>
    LaunchRefused,

    /// <summary>HealtheIntent was asked which patient a source person ID stands for.</summary>
    PatientLookup,

    /// <summary>A chart was opened, and its sections read; the detail is which.</summary>
    ChartOpened,

    /// <summary>A view of a chart was looked at, each time that it was.</summary>
    SectionViewed,

    /// <summary>A coordinator searched for a person; the detail is the query, as base64.</summary>
    PersonSearched,

    /// <summary>A reader searched the open chart; the detail is what for, as base64.</summary>
    ChartSearched,

    /// <summary>A coordinator opened a person out of a search.</summary>
    SearchResultOpened,

    /// <summary>A person whom a coordinator had opened in the same sign-in was shown to them again, to open anew.</summary>
    RecentPersonShown,

    /// <summary>A user signed in, or failed to.</summary>
    SignIn,

    /// <summary>A user signed out.</summary>
    SignOut,

    /// <summary>A chart session ended.</summary>
    SessionEnded,

    /// <summary>A chart was locked, because nobody used it.</summary>
    SessionLocked,

    /// <summary>A locked chart was opened again by the coordinator who signed in again.</summary>
    SessionResumed,

    /// <summary>An administrator looked at who has charts open.</summary>
    SessionsListed,

    /// <summary>An administrator ended a user's sessions; the detail is the user's id.</summary>
    SessionsEnded,

    /// <summary>The address of a chart was used where the chart had not been opened, and nothing was shown.</summary>
    ChartRefused,

    /// <summary>An answer about another patient was withheld; the detail names the API.</summary>
    ForeignPatientWithheld,

    /// <summary>Entries older than they are kept were let go; the detail is the last one's number and hash.</summary>
    LogTrimmed,

    /// <summary>A single record was shown as HealtheIntent sent it; the detail is the record's id.</summary>
    RawViewed,

    /// <summary>A document was opened; the detail is the ids of its reference and of its content.</summary>
    DocumentOpened,

    /// <summary>A document was saved to the reader's computer; the detail is as for <see cref="DocumentOpened"/>.</summary>
    DocumentDownloaded,

    /// <summary>
    /// A user broke the glass before what is withheld, or wanted to; the detail is what, the reason, until when, and the
    /// user's own words (control 64).
    /// </summary>
    GlassBroken,

    /// <summary>The glass stands again: its time was over, the user was done, or the chart was locked or ended.</summary>
    GlassMended,

    /// <summary>A view of a chart was printed, or handed to the browser to be.</summary>
    Printed,
}
