using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart;

/// <summary>The chart as a whole: whose it is, and whether it had to be closed.</summary>
/// <param name="Session">The session, once the chart is open.</param>
/// <param name="Stop">Why nothing of the chart may be shown any more.</param>
public sealed record ChartState(ChartSession? Session, ChartStop? Stop)
{
    /// <summary>The view that may be drawn: that it is looked at has been recorded.</summary>
    public ChartView? Shown { get; init; }

    /// <summary>Counts the looks, so that a second one at the same view is noticed too.</summary>
    public int Looks { get; init; }
}

/// <summary>Why an open chart was closed.</summary>
public enum ChartStop
{
    /// <summary>HealtheIntent now gives the local patient another id: records were merged or split.</summary>
    PatientIdChanged,

    /// <summary>HealtheIntent no longer knows the local patient.</summary>
    PatientGone,

    /// <summary>HealtheIntent now links the local patient to more than one id.</summary>
    PatientAmbiguous,

    /// <summary>Nobody has used the chart for a while.</summary>
    Locked,

    /// <summary>The session has reached its end.</summary>
    SessionEnded,

    /// <summary>The chart belongs to another browser, or to another page of this one.</summary>
    OpenedElsewhere,

    /// <summary>The user has as many charts on screens as one user may have.</summary>
    TooMany,

    /// <summary>Looking at the chart could not be recorded (design rule 6).</summary>
    AuditUnavailable,
}
