namespace HeiChartViewer.Web.Sessions;

/// <summary>How many screens this process serves, under <c>Viewer:Session</c> in the configuration, for all tenants.</summary>
public sealed class CircuitOptions
{
    /// <summary>How many charts one user may have on screens at once.</summary>
    /// <value>20.</value>
    public int CircuitsPerUser { get; set; } = 20;

    /// <summary>How many screens of whatever kind the process serves before it opens no further chart.</summary>
    /// <value>1000.</value>
    public int CircuitsPerProcess { get; set; } = 1000;
}
