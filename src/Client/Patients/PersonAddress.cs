using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A postal address (contract 3.3).</summary>
public sealed record PersonAddress : OpenObject, IReadFromText<PersonAddress>
{
    /// <summary>What the address is used for.</summary>
    public string? Use { get; init; }

    /// <summary>The whole address as the source writes it.</summary>
    public string? Text { get; init; }

    /// <summary>Street and house, line by line.</summary>
    public IReadOnlyList<string> Lines
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state or province.</summary>
    public string? State { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    static PersonAddress IReadFromText<PersonAddress>.FromText(string text) =>
        new() { Text = text };
}
