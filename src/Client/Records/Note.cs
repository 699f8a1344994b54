using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A remark on a record (contract 6.3).</summary>
public sealed record Note : OpenObject, IReadFromText<Note>
{
    /// <summary>When it was written.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>What it says.</summary>
    public string? Text { get; init; }

    /// <summary>Who wrote it.</summary>
    [JsonConverter(typeof(OrText<Asserter>))]
    public Asserter? Author { get; init; }

    /// <summary>The kind of remark.</summary>
    public CodeableConcept? Type { get; init; }

    static Note IReadFromText<Note>.FromText(string text) => new() { Text = text };
}
