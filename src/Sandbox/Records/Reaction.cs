using System.Text.Json.Serialization;

namespace HeiChartViewer.Sandbox.Records;

/// <summary>How an allergy showed itself (contract 6.3).</summary>
internal sealed record Reaction
{
    [JsonPropertyName("reaction")]
    public required CodeableConcept Manifestation { get; init; }

    public CodeableConcept? Severity { get; init; }
}
