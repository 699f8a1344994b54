namespace HeiChartViewer.Web.Sessions;

/// <summary>Whether a page of a chart is let in, and why not.</summary>
public enum ChartEntry
{
    /// <summary>It is.</summary>
    Admitted,

    /// <summary>Nobody has used the chart for a while.</summary>
    Locked,

    /// <summary>The chart is closed, or never was; which of the two, nobody learns.</summary>
    Ended,

    /// <summary>Another browser opened it, or another page of one that keeps no cookies.</summary>
    OpenedElsewhere,

    /// <summary>There is no room for another chart.</summary>
    TooMany,
}
