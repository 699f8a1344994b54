namespace HeiChartViewer.Sandbox.Records;

/// <summary>A result, a vital sign or a characteristic (contract 6.8, 12).</summary>
internal sealed record Observation
{
    public required string Id { get; init; }

    public IReadOnlyList<Alias>? Aliases { get; init; }

    public required CodeableConcept Code { get; init; }

    public IReadOnlyList<CodeableConcept>? Category { get; init; }

    public CodeableConcept? Status { get; init; }

    public string? EffectiveOn { get; init; }

    public ObservationValue? Value { get; init; }

    public CodeableConcept? Interpretation { get; init; }

    public IReadOnlyList<ReferenceRange>? ReferenceRanges { get; init; }

    public IReadOnlyList<ObservationComponent>? Components { get; init; }

    public Reference? Encounter { get; init; }

    public IReadOnlyList<Note>? Notes { get; init; }

    public required SourceIdentifier SourceIdentifier { get; init; }
}
