using HeiChartViewer.Web.Chart;

namespace HeiChartViewer.Web.Components.Finding;

/// <summary>Where a hit leads.</summary>
/// <param name="View">The section.</param>
/// <param name="RecordId">The record to mark in it; null where there is none to show.</param>
public sealed record FoundPlace(ChartView View, string? RecordId);
