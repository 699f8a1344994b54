using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A person as a user of consumer services (contract 7).</summary>
public sealed record Consumer : OpenObject
{
    /// <summary>The opaque ID.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The name.</summary>
    [JsonConverter(typeof(OrText<PersonName>))]
    public PersonName? Name { get; init; }

    /// <summary>Where the consumer is known.</summary>
    public IReadOnlyList<SourceIdentifier> SourceIdentifiers
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>Other identifiers.</summary>
    public IReadOnlyList<Alias> Aliases
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The patients the consumer is, at most one in each population.</summary>
    public IReadOnlyList<ConsumerPatient> Patients
    {
        get;
        init => field = value ?? field;
    } = [];
}
