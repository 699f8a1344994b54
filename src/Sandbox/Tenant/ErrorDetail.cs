namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>Where an error lies (contract 8.4).</summary>
internal sealed record ErrorDetail(string LocationType, string Location, string Message);
