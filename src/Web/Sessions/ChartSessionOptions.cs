namespace HeiChartViewer.Web.Sessions;

/// <summary>How long a chart stays open, under <c>Viewer:Session</c> in the configuration.</summary>
public sealed class ChartSessionOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Viewer:Session";

    /// <summary>After how long without a sign of the user the chart says that it is about to lock.</summary>
    /// <value>13 minutes.</value>
    public TimeSpan WarnAfter { get; set; } = TimeSpan.FromMinutes(13);

    /// <summary>After how long without a sign of the user nothing of the chart is shown any more.</summary>
    /// <value>15 minutes.</value>
    public TimeSpan LockAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>After how long without a sign of the user the session is gone.</summary>
    /// <value>30 minutes.</value>
    public TimeSpan EndAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a session may last, used or not.</summary>
    /// <value>12 hours.</value>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How many charts one user may have on screens at once.</summary>
    /// <value>20.</value>
    public int CircuitsPerUser { get; set; } = 20;

    /// <summary>How many screens of whatever kind the process serves before it opens no further chart.</summary>
    /// <value>1000.</value>
    public int CircuitsPerProcess { get; set; } = 1000;
}
