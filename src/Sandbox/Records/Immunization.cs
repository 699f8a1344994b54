namespace HeiChartViewer.Sandbox.Records;

/// <summary>A vaccine given, or the reason why it was not (contract 6.6, 12).</summary>
internal sealed record Immunization
{
    public required string Id { get; init; }

    public required CodeableConcept Code { get; init; }

    public CodeableConcept? Status { get; init; }

    public string? OccurredOn { get; init; }

    public IReadOnlyList<CodeableConcept>? NotGivenReasons { get; init; }

    public CodeableConcept? Site { get; init; }

    public CodeableConcept? Route { get; init; }

    public Quantity? Dose { get; init; }

    public string? LotNumber { get; init; }

    public string? Manufacturer { get; init; }

    public IReadOnlyList<Asserter>? Performers { get; init; }

    public Reference? Encounter { get; init; }

    public required SourceIdentifier SourceIdentifier { get; init; }
}
