namespace HeiChartViewer.Sandbox.Records;

/// <summary>What was observed: a quantity, a coded value or words (contract 12).</summary>
internal sealed record ObservationValue
{
    public required string Type { get; init; }

    public Quantity? Quantity { get; init; }

    public CodeableConcept? CodeableConcept { get; init; }

    public string? Text { get; init; }
}
