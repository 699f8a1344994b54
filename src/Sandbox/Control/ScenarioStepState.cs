namespace HeiChartViewer.Sandbox.Control;

/// <summary>A step of the scenario that runs.</summary>
/// <param name="Error">Why it could not be followed when its moment came.</param>
internal sealed record ScenarioStepState(int AfterMs, bool Done, string? Error);
