namespace HeiChartViewer.Web.Chart.Visits;

/// <summary>What the chart is narrowed to.</summary>
/// <param name="Visit">The visit whose records alone are shown; null where all are.</param>
public sealed record VisitState(Visit? Visit);
