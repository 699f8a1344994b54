using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A coded value of the legacy APIs, which some of them write as a plain text (contract 4.4, 11).</summary>
public sealed record LegacyCode : OpenObject, IReadFromText<LegacyCode>
{
    /// <summary>The code.</summary>
    public string? Id { get; init; }

    /// <summary>The code's system, an OID or a URI.</summary>
    public string? CodeSystemId { get; init; }

    /// <summary>The value in words; the whole value where it came as a text.</summary>
    public string? Display { get; init; }

    static LegacyCode IReadFromText<LegacyCode>.FromText(string text) => new() { Display = text };
}
