using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>The range a source holds to be usual for an observation (contract 12).</summary>
public sealed record ReferenceRange : OpenObject, IReadFromText<ReferenceRange>
{
    /// <summary>The lower end.</summary>
    public Quantity? Low { get; init; }

    /// <summary>The upper end.</summary>
    public Quantity? High { get; init; }

    /// <summary>The range in words.</summary>
    public string? Text { get; init; }

    static ReferenceRange IReadFromText<ReferenceRange>.FromText(string text) =>
        new() { Text = text };
}
