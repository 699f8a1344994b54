using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>
/// A risk of an adverse reaction, or the statement that there is none: "no known allergies" is a record too
/// (contract 6.3).
/// </summary>
public sealed record Allergy : ClinicalRecord
{
    /// <summary>When it was asserted.</summary>
    public PartialDate? AssertedOn { get; init; }

    /// <summary>When it began.</summary>
    public PartialDate? Onset { get; init; }

    /// <summary>When it ended.</summary>
    public PartialDate? ResolvedOn { get; init; }

    /// <summary>The status, such as active.</summary>
    public CodeableConcept? Status { get; init; }

    /// <summary>Allergy, intolerance and the like.</summary>
    public CodeableConcept? Type { get; init; }

    /// <summary>Drug, food, environment and the like.</summary>
    public CodeableConcept? Category { get; init; }

    /// <summary>The substance, or the negation.</summary>
    public CodeableConcept? Code { get; init; }

    /// <summary>How serious a reaction may become.</summary>
    public CodeableConcept? Criticality { get; init; }

    /// <summary>Who says so.</summary>
    [JsonConverter(typeof(OrText<Asserter>))]
    public Asserter? Asserter { get; init; }

    /// <summary>The reactions seen.</summary>
    public IReadOnlyList<Reaction> Reactions
    {
        get;
        init => field = value ?? field;
    } = [];
}
