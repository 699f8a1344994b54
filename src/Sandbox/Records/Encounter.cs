namespace HeiChartViewer.Sandbox.Records;

/// <summary>A visit, a stay or a contact (contract 6.8, 12).</summary>
internal sealed record Encounter
{
    public required string Id { get; init; }

    public required SourceIdentifier SourceIdentifier { get; init; }

    public IReadOnlyList<Alias>? Aliases { get; init; }

    public CodeableConcept? Status { get; init; }

    public CodeableConcept? Classification { get; init; }

    public CodeableConcept? Type { get; init; }

    public string? Start { get; init; }

    public string? End { get; init; }

    public EncounterLocation? Location { get; init; }

    public IReadOnlyList<Asserter>? Providers { get; init; }

    public IReadOnlyList<CodeableConcept>? Reasons { get; init; }

    public CodeableConcept? DischargeDisposition { get; init; }
}
