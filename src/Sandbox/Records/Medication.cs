namespace HeiChartViewer.Sandbox.Records;

/// <summary>A medication ordered, stated by the patient or inferred from claims (contract 6.5).</summary>
internal sealed record Medication
{
    public required string Id { get; init; }

    public required CodeableConcept Code { get; init; }

    public CodeableConcept? Status { get; init; }

    public CodeableConcept? Category { get; init; }

    public Quantity? Dose { get; init; }

    public CodeableConcept? Form { get; init; }

    public CodeableConcept? Route { get; init; }

    public CodeableConcept? Frequency { get; init; }

    public bool? AsNeeded { get; init; }

    public string? AdditionalInstructions { get; init; }

    public string? IntendedAdministrator { get; init; }

    public string? IntendedDispenser { get; init; }

    public ReferenceDrug? ReferenceDrug { get; init; }

    public string? Start { get; init; }

    public string? End { get; init; }

    public string? PrescribedOn { get; init; }

    public Asserter? Prescriber { get; init; }

    public Reference? Encounter { get; init; }

    public string? Refills { get; init; }

    public Quantity? Quantity { get; init; }

    public IReadOnlyList<Note>? Notes { get; init; }

    public required SourceIdentifier SourceIdentifier { get; init; }
}
