namespace HeiChartViewer.Sandbox.Records;

/// <summary>A number kept as its own text, with its unit (contract 12).</summary>
internal sealed record Quantity
{
    public required string Value { get; init; }

    public CodeableConcept? Unit { get; init; }
}
