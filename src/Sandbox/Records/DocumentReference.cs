namespace HeiChartViewer.Sandbox.Records;

/// <summary>What a document is; its words are a binary of their own (contract 6.9, 12).</summary>
internal sealed record DocumentReference
{
    public required string Id { get; init; }

    public CodeableConcept? Status { get; init; }

    public required CodeableConcept Type { get; init; }

    public CodeableConcept? Category { get; init; }

    public string? Description { get; init; }

    public string? CreatedOn { get; init; }

    public IReadOnlyList<Asserter>? Authors { get; init; }

    public Reference? Encounter { get; init; }

    public required IReadOnlyList<DocumentContent> Contents { get; init; }

    public required SourceIdentifier SourceIdentifier { get; init; }
}
