namespace HeiChartViewer.Sandbox.Control;

/// <summary>The scenario that runs, and those that could.</summary>
internal sealed record ScenarioState(
    string? Name,
    double? ElapsedMs,
    IReadOnlyList<ScenarioStepState> Steps,
    IReadOnlyList<ScenarioEntry> Scenarios
);
