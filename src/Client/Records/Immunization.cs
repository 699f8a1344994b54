using System.Text.Json.Serialization;

namespace HealtheIntent.Client;

/// <summary>A vaccine given, reported, or not given for a reason (contract 6.6).</summary>
[AssumedContract(
    "Documented is code; the other members are inferred (contract 6.6, 12).",
    Api = "immunization"
)]
public sealed record Immunization : ClinicalRecord
{
    /// <summary>The vaccine.</summary>
    public CodeableConcept? Code { get; init; }

    /// <summary>The status, such as completed or not done.</summary>
    public CodeableConcept? Status { get; init; }

    /// <summary>When it was given.</summary>
    public PartialDate? OccurredOn { get; init; }

    /// <summary>Whether the source says outright that it was not given.</summary>
    public bool? NotGiven { get; init; }

    /// <summary>Why it was not given.</summary>
    public IReadOnlyList<CodeableConcept> NotGivenReasons
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>Where on the body.</summary>
    public CodeableConcept? Site { get; init; }

    /// <summary>How it was given.</summary>
    public CodeableConcept? Route { get; init; }

    /// <summary>How much was given.</summary>
    public Quantity? Dose { get; init; }

    /// <summary>The lot.</summary>
    public string? LotNumber { get; init; }

    /// <summary>Who made it.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Who gave it.</summary>
    public IReadOnlyList<Asserter> Performers
    {
        get;
        init => field = value ?? field;
    } = [];

    [JsonInclude]
    internal PartialDate? AdministeredOn
    {
        get => null;
        init => OccurredOn ??= value;
    }

    [JsonInclude]
    internal IReadOnlyList<CodeableConcept>? ReasonNotGiven
    {
        get => null;
        init =>
            NotGivenReasons = NotGivenReasons is [] && value is not null ? value : NotGivenReasons;
    }

    [JsonInclude]
    internal IReadOnlyList<Asserter>? Performer
    {
        get => null;
        init => Performers = Performers is [] && value is not null ? value : Performers;
    }
}
