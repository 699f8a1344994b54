using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A postal address of the legacy APIs. Its codes are texts in the search (contract 4.3, 4.4).</summary>
public sealed record LegacyAddress : OpenObject
{
    /// <summary>Street and house, line by line.</summary>
    public IReadOnlyList<string> StreetAddresses
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>What the address is used for.</summary>
    [JsonConverter(typeof(OrText<LegacyCode>))]
    public LegacyCode? Type { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The county or parish.</summary>
    [JsonConverter(typeof(OrText<LegacyCode>))]
    public LegacyCode? CountyOrParish { get; init; }

    /// <summary>The state or province.</summary>
    [JsonConverter(typeof(OrText<LegacyCode>))]
    public LegacyCode? StateOrProvince { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The country.</summary>
    [JsonConverter(typeof(OrText<LegacyCode>))]
    public LegacyCode? Country { get; init; }
}
