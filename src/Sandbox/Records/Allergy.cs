namespace HeiChartViewer.Sandbox.Records;

/// <summary>A risk of an adverse reaction, or the statement that none is known (contract 6.3).</summary>
internal sealed record Allergy
{
    public required string Id { get; init; }

    public string? AssertedOn { get; init; }

    public CodeableConcept? Status { get; init; }

    public CodeableConcept? Type { get; init; }

    public CodeableConcept? Category { get; init; }

    public required CodeableConcept Code { get; init; }

    public CodeableConcept? Criticality { get; init; }

    public Asserter? Asserter { get; init; }

    public Reference? Encounter { get; init; }

    public IReadOnlyList<Note>? Notes { get; init; }

    public IReadOnlyList<Reaction>? Reactions { get; init; }

    public required SourceIdentifier SourceIdentifier { get; init; }
}
