namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>A population file, whole.</summary>
internal sealed record PopulationContent
{
    /// <summary>The form of this file; another one is refused.</summary>
    public const string CurrentFormat = "sandbox-population/1";

    public required string Format { get; init; }

    public required IReadOnlyList<DataPartitionEntry> DataPartitions { get; init; }

    public required IReadOnlyList<PatientEntry> Patients { get; init; }
}
