namespace HeiChartViewer.Sandbox.Population;

/// <summary>What a data partition calls a person.</summary>
public sealed record SourcePerson(DataPartition Partition, string PersonId, string Mrn);
