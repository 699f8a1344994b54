using System.Text.Json;
using System.Text.Json.Nodes;

namespace HeiChartViewer.Sandbox.Search;

/// <summary>A record as the search sees it.</summary>
internal sealed record SearchedRecord
{
    public required string Id { get; init; }

    /// <summary>DOCUMENT, MEASUREMENT, CONDITION, MEDICATION, PROCEDURE or ALLERGY; the first two are the contract's.</summary>
    public required string Type { get; init; }

    public required string Category { get; init; }

    public required string Title { get; init; }

    public required string? Date { get; init; }

    /// <summary>Reads the record's own references, as they are written in it; only what is shown needs them.</summary>
    public required Func<JsonObject> Links { get; init; }

    public required IReadOnlyList<SearchableText> Texts { get; init; }
}
