namespace HeiChartViewer.Sandbox.Records;

/// <summary>A concept of the HealtheIntent ontology that a code belongs to (contract 6.2).</summary>
internal sealed record OntologyConcept
{
    public required string ContextId { get; init; }

    public required string Alias { get; init; }
}
