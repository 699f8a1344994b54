namespace HeiChartViewer.Sandbox.Records;

/// <summary>Points at another record of the same patient.</summary>
internal sealed record Reference
{
    public required string Id { get; init; }
}
