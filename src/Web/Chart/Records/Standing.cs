namespace HeiChartViewer.Web.Chart.Records;

/// <summary>Whether what a row says holds now, the most pressing first.</summary>
public enum Standing
{
    /// <summary>It holds, and a source says so.</summary>
    Current,

    /// <summary>Nobody can tell: no source says it, or sources contradict each other.</summary>
    Unknown,

    /// <summary>It is over.</summary>
    Past,
}
