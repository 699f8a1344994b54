using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>One reaction to a substance (contract 6.3).</summary>
public sealed record Reaction : OpenObject, IReadFromText<Reaction>
{
    /// <summary>What happened; <c>reaction</c> on the wire.</summary>
    [JsonPropertyName("reaction")]
    public CodeableConcept? Manifestation { get; init; }

    /// <summary>How bad it was.</summary>
    public CodeableConcept? Severity { get; init; }

    static Reaction IReadFromText<Reaction>.FromText(string text) =>
        new() { Manifestation = new CodeableConcept { Text = text } };
}
