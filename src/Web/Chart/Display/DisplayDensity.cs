namespace HeiChartViewer.Web.Chart.Display;

/// <summary>How much of a record fits on the screen.</summary>
public enum DisplayDensity
{
    /// <summary>As many rows as there can be with targets of 24 px.</summary>
    Compact,

    /// <summary>A size larger.</summary>
    Normal,

    /// <summary>To read from further away, or to touch.</summary>
    Comfortable,
}
