using System.Collections.ObjectModel;
using System.Text.Json;

namespace HealtheIntent.Client;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed record Page<T>
{
    /// <summary>The items in the platform's order.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Whether the platform has more. A list is complete only when the last page says no.</summary>
    public required bool HasMore { get; init; }

    /// <summary>The ID the platform gave to this answer; quote it to the vendor.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>When the answer arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// The patient the answer's own links name, when they name one: compare it with the patient that was asked for.
    /// </summary>
    public string? PatientId { get; init; }

    /// <summary>How many items the list holds in all, where the platform says so; a list paged by cursor does not (contract 8.1).</summary>
    public int? TotalResults { get; init; }

    /// <summary>What the answer holds beside the items and this client has no property for, by its JSON name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Additional { get; init; } =
        ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>The name of the type; what a page holds never reaches a log by accident.</summary>
    public override string ToString() => nameof(Page<>);
}
