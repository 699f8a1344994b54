namespace HeiChartViewer.Sandbox.Control;

/// <summary>The body of the event that finds one patient to be two.</summary>
internal sealed record SplitOrder
{
    /// <summary>The id that is retired.</summary>
    public string? PatientId { get; init; }

    /// <summary>The source whose records are somebody else's.</summary>
    public string? DataPartitionId { get; init; }
}
