namespace HeiChartViewer.Sandbox.Control;

/// <summary>A scenario as it is ordered: one of those there are by its name, or one by its steps.</summary>
internal sealed record ScenarioOrder
{
    public string? Name { get; init; }

    public IReadOnlyList<ScenarioStep>? Steps { get; init; }
}
