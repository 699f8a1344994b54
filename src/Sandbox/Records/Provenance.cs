namespace HeiChartViewer.Sandbox.Records;

/// <summary>When a source wrote a record down, and what it did (contract 6.2; its members are inferred).</summary>
internal sealed record Provenance
{
    public required string RecordedOn { get; init; }

    public CodeableConcept? Activity { get; init; }
}
