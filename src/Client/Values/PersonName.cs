using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A person's name. Both spellings the platform uses are read: <c>givenNames</c> and <c>given</c> (contract 3.3).</summary>
public sealed record PersonName : OpenObject, IReadFromText<PersonName>
{
    /// <summary>What the name is used for.</summary>
    public string? Use { get; init; }

    /// <summary>Titles before the name.</summary>
    public string? Prefix { get; init; }

    /// <summary>The given names in order.</summary>
    public IReadOnlyList<string> GivenNames
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The middle names in order, where the platform tells them from the given names (contract 7).</summary>
    [JsonPropertyName("middle")]
    public IReadOnlyList<string> MiddleNames
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The family names in order.</summary>
    public IReadOnlyList<string> FamilyNames
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>What follows the name.</summary>
    public string? Suffix { get; init; }

    /// <summary>The whole name as the source writes it.</summary>
    public string? Formatted { get; init; }

    [JsonInclude, JsonPropertyName("given")]
    internal IReadOnlyList<string>? Given
    {
        get => null;
        init => GivenNames = GivenNames is [] && value is not null ? value : GivenNames;
    }

    [JsonInclude, JsonPropertyName("family")]
    internal IReadOnlyList<string>? Family
    {
        get => null;
        init => FamilyNames = FamilyNames is [] && value is not null ? value : FamilyNames;
    }

    static PersonName IReadFromText<PersonName>.FromText(string text) => new() { Formatted = text };
}
