using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A telephone number, an e-mail address or the like (contract 3.3).</summary>
public sealed record Telecom : OpenObject, IReadFromText<Telecom>
{
    /// <summary>Phone, e-mail and the like.</summary>
    public string? System { get; init; }

    /// <summary>What it is used for.</summary>
    public string? Use { get; init; }

    /// <summary>The number or address.</summary>
    public string? Value { get; init; }

    [JsonInclude]
    internal string? Number
    {
        get => null;
        init => Value ??= value;
    }

    [JsonInclude]
    internal string? Address
    {
        get => null;
        init => Value ??= value;
    }

    static Telecom IReadFromText<Telecom>.FromText(string text) => new() { Value = text };
}
