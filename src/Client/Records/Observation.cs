using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A result, a vital sign or a characteristic (contract 6.8).</summary>
[AssumedContract(
    "Documented are aliases and code; the other members are inferred, the reference ranges and components with them. The shape of a value is inferred too: a discriminated object, and other shapes are read (contract 6.8, 12).",
    Api = "observation"
)]
public sealed record Observation : ClinicalRecord
{
    /// <summary>Links to the same result in other systems, such as the Millennium clinical event.</summary>
    public IReadOnlyList<Alias> Aliases
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>What was observed.</summary>
    public CodeableConcept? Code { get; init; }

    /// <summary>Laboratory, vital signs and the like; <c>category</c> on the wire.</summary>
    [JsonPropertyName("category")]
    public IReadOnlyList<CodeableConcept> Categories
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The status, such as final or corrected.</summary>
    public CodeableConcept? Status { get; init; }

    /// <summary>When it was true of the patient.</summary>
    public PartialDate? EffectiveOn { get; init; }

    /// <summary>What was found.</summary>
    public ObservationValue? Value { get; init; }

    /// <summary>High, low, critical and the like, as the source judged it.</summary>
    public CodeableConcept? Interpretation { get; init; }

    /// <summary>What the source holds to be usual.</summary>
    public IReadOnlyList<ReferenceRange> ReferenceRanges
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The parts of a panel, such as systolic and diastolic.</summary>
    public IReadOnlyList<ObservationComponent> Components
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>Who observed.</summary>
    public IReadOnlyList<Asserter> Performers
    {
        get;
        init => field = value ?? field;
    } = [];

    [JsonInclude]
    internal PartialDate? EffectiveAt
    {
        get => null;
        init => EffectiveOn ??= value;
    }

    [JsonInclude]
    internal PartialDate? Effective
    {
        get => null;
        init => EffectiveOn ??= value;
    }

    [JsonInclude]
    internal IReadOnlyList<ReferenceRange>? ReferenceRange
    {
        get => null;
        init =>
            ReferenceRanges = ReferenceRanges is [] && value is not null ? value : ReferenceRanges;
    }

    [JsonInclude]
    internal IReadOnlyList<Asserter>? Performer
    {
        get => null;
        init => Performers = Performers is [] && value is not null ? value : Performers;
    }
}
