using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A problem or a diagnosis; may also be a pregnancy, a risk or family history (contract 6.4).</summary>
[AssumedContract(
    "Documented are assertedOn, classification and code; the other members are inferred from the allergy and the procedure (contract 6.4, 12).",
    Api = "condition"
)]
public sealed record Condition : ClinicalRecord
{
    /// <summary>When it was asserted.</summary>
    public PartialDate? AssertedOn { get; init; }

    /// <summary>Who says so.</summary>
    [JsonConverter(typeof(OrText<Asserter>))]
    public Asserter? Asserter { get; init; }

    /// <summary>What the record counts as, such as a discharge diagnosis.</summary>
    public CodeableConcept? Classification { get; init; }

    /// <summary>The condition.</summary>
    public CodeableConcept? Code { get; init; }

    /// <summary>Problem, diagnosis and the like.</summary>
    public CodeableConcept? Category { get; init; }

    /// <summary>The type, where the source gives one beside the category.</summary>
    public CodeableConcept? Type { get; init; }

    /// <summary>The clinical status, such as active.</summary>
    public CodeableConcept? Status { get; init; }

    /// <summary>How sure the asserter is.</summary>
    public CodeableConcept? VerificationStatus { get; init; }

    /// <summary>How severe it is.</summary>
    public CodeableConcept? Severity { get; init; }

    /// <summary>When it began.</summary>
    public PartialDate? Onset { get; init; }

    /// <summary>When it ended.</summary>
    public PartialDate? ResolvedOn { get; init; }

    /// <summary>The date the source gives without saying whether it is onset, assertion or end.</summary>
    public PartialDate? EffectiveDate { get; init; }

    [JsonInclude]
    internal CodeableConcept? ConfirmationStatus
    {
        get => null;
        init => VerificationStatus ??= value;
    }

    [JsonInclude]
    internal PartialDate? Abatement
    {
        get => null;
        init => ResolvedOn ??= value;
    }
}
