using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>A reference range and where it is drawn.</summary>
/// <param name="Bounds">The range.</param>
/// <param name="X">Its left edge.</param>
/// <param name="EndX">Its right edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="EndY">Its lower edge.</param>
public sealed record DrawnRange(ResultRange Bounds, double X, double EndX, double Y, double EndY);
