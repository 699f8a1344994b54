using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A place of care (contract 12).</summary>
public sealed record CareLocation : OpenObject, IReadFromText<CareLocation>
{
    /// <summary>The hospital or clinic.</summary>
    public string? Facility { get; init; }

    /// <summary>The building.</summary>
    public string? Building { get; init; }

    /// <summary>The ward or department.</summary>
    public string? Unit { get; init; }

    /// <summary>The place in words, where the source gives it no parts.</summary>
    public string? Text { get; init; }

    static CareLocation IReadFromText<CareLocation>.FromText(string text) => new() { Text = text };
}
