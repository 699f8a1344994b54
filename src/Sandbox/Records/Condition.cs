namespace HeiChartViewer.Sandbox.Records;

/// <summary>A problem or a diagnosis (contract 6.4, 12).</summary>
internal sealed record Condition
{
    public required string Id { get; init; }

    public string? AssertedOn { get; init; }

    public CodeableConcept? Classification { get; init; }

    public required CodeableConcept Code { get; init; }

    public CodeableConcept? Status { get; init; }

    public CodeableConcept? VerificationStatus { get; init; }

    public string? Onset { get; init; }

    public string? ResolvedOn { get; init; }

    public Asserter? Asserter { get; init; }

    public Reference? Encounter { get; init; }

    public IReadOnlyList<Note>? Notes { get; init; }

    public required SourceIdentifier SourceIdentifier { get; init; }
}
