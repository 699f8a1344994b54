namespace HeiChartViewer.Web.Chart.Display;

/// <summary>How this screen is drawn.</summary>
/// <param name="Choice">What the reader has chosen.</param>
public sealed record DisplayState(DisplayChoice Choice);
