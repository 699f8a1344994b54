using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A telephone number of the legacy demographics (contract 4.4).</summary>
public sealed record LegacyTelecom : OpenObject, IReadFromText<LegacyTelecom>
{
    /// <summary>The number.</summary>
    public string? Number { get; init; }

    /// <summary>The country's code before it.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Whether to call this number first; null when nothing says so.</summary>
    public bool? Preferred { get; init; }

    /// <summary>What it is used for.</summary>
    [JsonConverter(typeof(OrText<LegacyCode>))]
    public LegacyCode? Type { get; init; }

    static LegacyTelecom IReadFromText<LegacyTelecom>.FromText(string text) =>
        new() { Number = text };
}
