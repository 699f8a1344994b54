namespace HeiChartViewer.Sandbox.Records;

/// <summary>Something done to or for the patient (contract 6.7).</summary>
internal sealed record Procedure
{
    public required string Id { get; init; }

    public required CodeableConcept Code { get; init; }

    public CodeableConcept? Status { get; init; }

    public string? Start { get; init; }

    public string? End { get; init; }

    public IReadOnlyList<CodeableConcept>? Modifiers { get; init; }

    public IReadOnlyList<Asserter>? Performers { get; init; }

    public Reference? Encounter { get; init; }

    public required SourceIdentifier SourceIdentifier { get; init; }
}
