using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>An order, a patient's statement, or a drug inferred from claims (contract 6.5).</summary>
[AssumedContract(
    "Documented or seen in samples are category, code, frequency, route, asNeeded, additionalInstructions, aliases, the intended administrator and dispenser, and referenceDrug; the other members are inferred (contract 6.5).",
    Api = "medication"
)]
public sealed record Medication : ClinicalRecord
{
    /// <summary>Identifiers of the order in other systems.</summary>
    public IReadOnlyList<Alias> Aliases
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The drug.</summary>
    public CodeableConcept? Code { get; init; }

    /// <summary>The status, such as active or discontinued.</summary>
    public CodeableConcept? Status { get; init; }

    /// <summary>Community, inpatient and the like.</summary>
    public CodeableConcept? Category { get; init; }

    /// <summary>The amount of one dose.</summary>
    public Quantity? Dose { get; init; }

    /// <summary>How it is taken.</summary>
    public CodeableConcept? Route { get; init; }

    /// <summary>How often it is taken.</summary>
    public CodeableConcept? Frequency { get; init; }

    /// <summary>The form, such as a tablet.</summary>
    public CodeableConcept? Form { get; init; }

    /// <summary>Whether it is taken only when needed.</summary>
    public bool? AsNeeded { get; init; }

    /// <summary>Directions in words.</summary>
    public string? AdditionalInstructions { get; init; }

    /// <summary>When it was prescribed.</summary>
    public PartialDate? PrescribedOn { get; init; }

    /// <summary>When it begins.</summary>
    public PartialDate? Start { get; init; }

    /// <summary>When it ends.</summary>
    public PartialDate? End { get; init; }

    /// <summary>Who prescribed it.</summary>
    [JsonConverter(typeof(OrText<Asserter>))]
    public Asserter? Prescriber { get; init; }

    /// <summary>Who is to give it.</summary>
    public string? IntendedAdministrator { get; init; }

    /// <summary>Who is to dispense it.</summary>
    public string? IntendedDispenser { get; init; }

    /// <summary>The drug in a reference database.</summary>
    [JsonConverter(typeof(OrText<ReferenceDrug>))]
    public ReferenceDrug? ReferenceDrug { get; init; }

    /// <summary>How often it may be refilled.</summary>
    public string? Refills { get; init; }

    /// <summary>The amount to dispense.</summary>
    public Quantity? Quantity { get; init; }

    [JsonInclude]
    internal Quantity? Dosage
    {
        get => null;
        init => Dose ??= value;
    }
}
