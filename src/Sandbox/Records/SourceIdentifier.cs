namespace HeiChartViewer.Sandbox.Records;

/// <summary>Which record of which data partition this one was made from.</summary>
internal sealed record SourceIdentifier
{
    public required string DataPartitionId { get; init; }

    public required string Id { get; init; }
}
