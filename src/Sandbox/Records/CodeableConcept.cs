namespace HeiChartViewer.Sandbox.Records;

/// <summary>A coded value: normalised codes, codes as sent, ontology concepts, words (contract 6.2).</summary>
internal sealed record CodeableConcept
{
    public IReadOnlyList<Coding>? Codings { get; init; }

    public IReadOnlyList<Coding>? SourceCodings { get; init; }

    public IReadOnlyList<OntologyConcept>? Concepts { get; init; }

    public string? Text { get; init; }
}
