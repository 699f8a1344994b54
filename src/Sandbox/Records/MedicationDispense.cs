namespace HeiChartViewer.Sandbox.Records;

/// <summary>A medication handed out by a pharmacy (contract 6.9).</summary>
internal sealed record MedicationDispense
{
    public required string Id { get; init; }

    public CodeableConcept? Status { get; init; }

    public required CodeableConcept Code { get; init; }

    public string? DispensedOn { get; init; }

    public Quantity? Quantity { get; init; }

    public Quantity? DaysSupply { get; init; }

    public Reference? Medication { get; init; }

    public string? Pharmacy { get; init; }

    public required SourceIdentifier SourceIdentifier { get; init; }
}
