namespace HeiChartViewer.Sandbox.Control;

/// <summary>A scenario that can be started by its name.</summary>
internal sealed record ScenarioEntry(string Name, string What);
