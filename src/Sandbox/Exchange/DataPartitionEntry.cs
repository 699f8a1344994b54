using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>A source of records.</summary>
internal sealed record DataPartitionEntry
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public SourceKind Kind { get; init; } = SourceKind.Hospital;

    /// <summary>The system of its record numbers.</summary>
    public string? AliasSystem { get; init; }
}
