namespace HeiChartViewer.Sandbox.Records;

/// <summary>What one source record says about who the patient is (contract 3.3).</summary>
internal sealed record Demographic
{
    public required string Id { get; init; }

    public required SourceIdentifier SourceIdentifier { get; init; }

    public required IReadOnlyList<HumanName> Names { get; init; }

    public string? BirthDate { get; init; }

    public string? BirthSex { get; init; }

    public string? MaritalStatus { get; init; }

    public IReadOnlyList<CodeableConcept>? Races { get; init; }

    public IReadOnlyList<CodeableConcept>? Ethnicities { get; init; }

    public IReadOnlyList<CodeableConcept>? Languages { get; init; }

    public bool? Deceased { get; init; }

    public string? DeathDate { get; init; }

    public IReadOnlyList<Address>? Addresses { get; init; }

    public IReadOnlyList<Telecom>? Telecoms { get; init; }

    public IReadOnlyList<Alias>? Aliases { get; init; }

    public IReadOnlyList<Provenance>? Provenances { get; init; }
}
