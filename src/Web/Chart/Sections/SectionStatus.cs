namespace HeiChartViewer.Web.Chart.Sections;

/// <summary>The closed set of states of a section (design rule 2). A section is in exactly one.</summary>
public enum SectionStatus
{
    /// <summary>Asked, not yet answered in full; what has come so far may be shown as such.</summary>
    Loading,

    /// <summary>All records received, as of a time.</summary>
    Known,

    /// <summary>A record says that there is nothing, such as "no known allergies".</summary>
    KnownNone,

    /// <summary>HealtheIntent answered in full and sent nothing. It is not a statement that nothing exists.</summary>
    NoneReceived,

    /// <summary>Some records came, then a failure: more may exist.</summary>
    PartlyReceived,

    /// <summary>A failure, and nothing came.</summary>
    NotAvailable,

    /// <summary>The system account lacks the grant.</summary>
    NotAuthorized,

    /// <summary>The deployment keeps it from this user until the glass is broken; nothing was asked (control 64).</summary>
    Withheld,
}
