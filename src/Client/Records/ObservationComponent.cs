using System.Text.Json.Serialization;

namespace HealtheIntent.Client;

/// <summary>One part of an observation that has several (contract 6.8).</summary>
public sealed record ObservationComponent : OpenObject
{
    /// <summary>What was observed.</summary>
    public CodeableConcept? Code { get; init; }

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

    [JsonInclude]
    internal IReadOnlyList<ReferenceRange>? ReferenceRange
    {
        get => null;
        init =>
            ReferenceRanges = ReferenceRanges is [] && value is not null ? value : ReferenceRanges;
    }
}
