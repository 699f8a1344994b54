using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A member of a care team (contract 6.3).</summary>
public sealed record Provider : OpenObject
{
    /// <summary>Identifiers such as an NPI.</summary>
    public IReadOnlyList<Alias> Aliases
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The name.</summary>
    [JsonConverter(typeof(OrText<PersonName>))]
    public PersonName? Name { get; init; }
}
