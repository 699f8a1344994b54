namespace HeiChartViewer.Sandbox.Control;

/// <summary>The ids of the faults just added.</summary>
internal sealed record FaultIds(IReadOnlyList<string> Ids);
