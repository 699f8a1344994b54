using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A place in a patient's chart that a search found.</summary>
public sealed record ChartSearchHit : OpenObject
{
    /// <summary>The opaque ID of the hit.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The place among the hits, from 1; the hits come in this order already.</summary>
    [JsonConverter(typeof(LenientWholeNumberConverter))]
    public long? Rank { get; init; }

    /// <summary>How well it fits, as the platform reckons; only to be compared within one search.</summary>
    public double? Score { get; init; }

    /// <summary><c>DOCUMENT</c> for a text, <c>MEASUREMENT</c> for a value; there may be others.</summary>
    public string? Type { get; init; }

    /// <summary>The title of the document, or the name of the measurement.</summary>
    public string? Title { get; init; }

    /// <summary>The kind of document, such as <c>CLINICAL_NOTE</c>.</summary>
    public string? Category { get; init; }

    /// <summary>The section of the document that holds the hit, such as a chief complaint, where the platform names it.</summary>
    public string? Section { get; init; }

    /// <summary>When it was recorded.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>What surrounds the hit.</summary>
    public IReadOnlyList<ChartSnippet> Snippets
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The concepts that were found, the one asked for or a related one.</summary>
    public IReadOnlyList<Concept> MatchedConcepts
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The words that were found.</summary>
    public IReadOnlyList<string> MatchedTerms
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The document reference, for a hit in a document.</summary>
    public Reference? Document { get; init; }

    /// <summary>The encounter in which it was recorded.</summary>
    public Reference? Encounter { get; init; }

    /// <summary>Where it comes from.</summary>
    public SourceIdentifier? SourceIdentifier { get; init; }
}
