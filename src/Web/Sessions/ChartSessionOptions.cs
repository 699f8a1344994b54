namespace HeiChartViewer.Web.Sessions;

/// <summary>How long a tenant's charts stay open, under <c>Viewer:Session</c> in the configuration, or <c>Tenants:{name}:Viewer:Session</c>.</summary>
public sealed class ChartSessionOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Viewer:Session";

    /// <summary>After how long without a sign of the user the chart says that it is about to lock.</summary>
    /// <value>13 minutes.</value>
    public TimeSpan WarnAfter { get; init; } = TimeSpan.FromMinutes(13);

    /// <summary>After how long without a sign of the user nothing of the chart is shown any more.</summary>
    /// <value>15 minutes.</value>
    public TimeSpan LockAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After how long without a sign of the user the session is gone.</summary>
    /// <value>30 minutes.</value>
    public TimeSpan EndAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a session may last, used or not.</summary>
    /// <value>12 hours.</value>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(12);
}
