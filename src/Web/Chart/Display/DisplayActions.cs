namespace HeiChartViewer.Web.Chart.Display;

/// <summary>The reader has chosen, here or in an earlier chart of this browser.</summary>
public sealed record DisplayChosen(DisplayChoice Choice);
