using System.Text.Json.Serialization;

namespace HealtheIntent.Client;

/// <summary>A coded value as HealtheIntent sends it (contract 6.2). Not FHIR's type of the same name.</summary>
public sealed record CodeableConcept : OpenObject
{
    /// <summary>The value in standard systems, as normalised by the platform.</summary>
    public IReadOnlyList<Coding> Codings
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The value as the source sent it.</summary>
    public IReadOnlyList<Coding> SourceCodings
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The concepts of HealtheIntent's ontology that the value belongs to.</summary>
    public IReadOnlyList<Concept> Concepts
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The value in words.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// What to show a reader. The first of these that is not blank: <see cref="Text"/>; a display of
    /// <see cref="Codings"/>; a display of <see cref="SourceCodings"/>; a display or
    /// alias of <see cref="Concepts"/>; a code of
    /// <see cref="Codings"/>, then of <see cref="SourceCodings"/>. Null when there is nothing to show.
    /// </summary>
    [JsonIgnore]
    public string? Display =>
        string.IsNullOrWhiteSpace(Text)
            ? Ladder().FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))
            : Text;

    private IEnumerable<string?> Ladder() =>
        [
            .. Codings.Select(coding => coding.Display),
            .. SourceCodings.Select(coding => coding.Display),
            .. Concepts.Select(concept => concept.Display ?? concept.Alias),
            .. Codings.Select(coding => coding.Code),
            .. SourceCodings.Select(coding => coding.Code),
        ];
}
