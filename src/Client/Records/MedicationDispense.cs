using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A drug handed over, or about to be (contract 6.9).</summary>
[AssumedContract(
    "The resource is documented, its members are not (contract 6.9); these follow the medication's and the documented naming style.",
    Api = "longitudinal-record"
)]
public sealed record MedicationDispense : ClinicalRecord
{
    /// <summary>Identifiers of the dispense in other systems.</summary>
    public IReadOnlyList<Alias> Aliases
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The drug.</summary>
    public CodeableConcept? Code { get; init; }

    /// <summary>The status, such as completed.</summary>
    public CodeableConcept? Status { get; init; }

    /// <summary>Community, inpatient and the like.</summary>
    public CodeableConcept? Category { get; init; }

    /// <summary>The kind of dispense, such as a refill.</summary>
    public CodeableConcept? Type { get; init; }

    /// <summary>When it was handed over.</summary>
    public PartialDate? DispensedOn { get; init; }

    /// <summary>The amount handed over.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>For how long the amount lasts.</summary>
    public Quantity? DaysSupply { get; init; }

    /// <summary>Directions in words.</summary>
    public string? Instructions { get; init; }

    /// <summary>Who handed it over.</summary>
    [JsonConverter(typeof(OrText<Asserter>))]
    public Asserter? Dispenser { get; init; }

    /// <summary>The medication it was dispensed for.</summary>
    public Reference? Medication { get; init; }
}
