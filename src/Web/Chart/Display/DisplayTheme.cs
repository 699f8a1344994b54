namespace HeiChartViewer.Web.Chart.Display;

/// <summary>In which colours the viewer is drawn.</summary>
public enum DisplayTheme
{
    /// <summary>Light or dark, as the system is.</summary>
    System,

    /// <summary>Dark on light.</summary>
    Light,

    /// <summary>Light on dark.</summary>
    Dark,

    /// <summary>Black and white, and what means something at 7:1.</summary>
    Contrast,
}
