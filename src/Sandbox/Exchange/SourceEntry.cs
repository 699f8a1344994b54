namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>What one data partition calls a patient.</summary>
internal sealed record SourceEntry
{
    public required string DataPartitionId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The record number people know; the person id where there is none.</summary>
    public string? Mrn { get; init; }
}
