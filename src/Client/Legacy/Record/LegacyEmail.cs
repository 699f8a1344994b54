using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>An e-mail address of the legacy demographics (contract 4.4).</summary>
public sealed record LegacyEmail : OpenObject, IReadFromText<LegacyEmail>
{
    /// <summary>The address.</summary>
    public string? Address { get; init; }

    /// <summary>What it is used for.</summary>
    [JsonConverter(typeof(OrText<LegacyCode>))]
    public LegacyCode? Type { get; init; }

    static LegacyEmail IReadFromText<LegacyEmail>.FromText(string text) => new() { Address = text };
}
