using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A visit or a stay (contract 6.8).</summary>
[AssumedContract(
    "Documented are id and sourceIdentifier; the other members are inferred (contract 6.8, 12).",
    Api = "encounter"
)]
public sealed record Encounter : ClinicalRecord
{
    /// <summary>Identifiers such as the FIN.</summary>
    public IReadOnlyList<Alias> Aliases
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The status, such as in progress or finished.</summary>
    public CodeableConcept? Status { get; init; }

    /// <summary>Inpatient, emergency, ambulatory and the like.</summary>
    public CodeableConcept? Classification { get; init; }

    /// <summary>The type of visit.</summary>
    public CodeableConcept? Type { get; init; }

    /// <summary>When it began.</summary>
    public PartialDate? Start { get; init; }

    /// <summary>When it ended.</summary>
    public PartialDate? End { get; init; }

    /// <summary>Where it took place.</summary>
    [JsonConverter(typeof(OrText<CareLocation>))]
    public CareLocation? Location { get; init; }

    /// <summary>The service of the hospital that was responsible.</summary>
    public CodeableConcept? HospitalService { get; init; }

    /// <summary>Who took part.</summary>
    public IReadOnlyList<Asserter> Providers
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>Why it took place.</summary>
    public IReadOnlyList<CodeableConcept> Reasons
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>How the patient came.</summary>
    public CodeableConcept? AdmissionDisposition { get; init; }

    /// <summary>Where the patient went.</summary>
    public CodeableConcept? DischargeDisposition { get; init; }

    [JsonInclude]
    internal CodeableConcept? Class
    {
        get => null;
        init => Classification ??= value;
    }

    [JsonInclude]
    [JsonConverter(typeof(OrText<CareLocation>))]
    internal CareLocation? Facility
    {
        get => null;
        init => Location ??= value;
    }

    [JsonInclude]
    internal IReadOnlyList<Asserter>? Participants
    {
        get => null;
        init => Providers = Providers is [] && value is not null ? value : Providers;
    }
}
