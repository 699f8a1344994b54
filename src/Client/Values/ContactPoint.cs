using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A telephone number or an e-mail address of personnel or of an organization (contract 7).</summary>
public sealed record ContactPoint : OpenObject, IReadFromText<ContactPoint>
{
    /// <summary>What it is used for.</summary>
    public string? Type { get; init; }

    /// <summary>The number or address.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it is the one to use first; null when the source does not say.</summary>
    public bool? Primary { get; init; }

    static ContactPoint IReadFromText<ContactPoint>.FromText(string text) => new() { Value = text };
}
