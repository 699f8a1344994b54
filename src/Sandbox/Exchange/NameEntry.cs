namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>The name the EHR's organizer shows.</summary>
internal sealed record NameEntry
{
    public IReadOnlyList<string> Given { get; init; } = [];

    public IReadOnlyList<string> Family { get; init; } = [];
}
