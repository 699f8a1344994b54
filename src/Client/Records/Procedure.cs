using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>Something done to or for the patient (contract 6.7).</summary>
[AssumedContract(
    "Documented are code, encounter, end, id and modifiers; the other members are inferred (contract 6.7).",
    Api = "procedure"
)]
public sealed record Procedure : ClinicalRecord
{
    /// <summary>The procedure.</summary>
    public CodeableConcept? Code { get; init; }

    /// <summary>What specifies it further, such as a side of the body.</summary>
    public IReadOnlyList<CodeableConcept> Modifiers
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The status, such as completed.</summary>
    public CodeableConcept? Status { get; init; }

    /// <summary>The category.</summary>
    public CodeableConcept? Category { get; init; }

    /// <summary>When it began.</summary>
    public PartialDate? Start { get; init; }

    /// <summary>When it ended.</summary>
    public PartialDate? End { get; init; }

    /// <summary>Who did it.</summary>
    public IReadOnlyList<Asserter> Performers
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>Where it was done.</summary>
    [JsonConverter(typeof(OrText<CareLocation>))]
    public CareLocation? Location { get; init; }

    [JsonInclude]
    internal IReadOnlyList<Asserter>? Performer
    {
        get => null;
        init => Performers = Performers is [] && value is not null ? value : Performers;
    }

    [JsonInclude]
    [JsonConverter(typeof(OrText<CareLocation>))]
    internal CareLocation? Place
    {
        get => null;
        init => Location ??= value;
    }
}
