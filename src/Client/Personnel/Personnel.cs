using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>Somebody who works for the tenant (contract 7).</summary>
public sealed record Personnel : OpenObject
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

    /// <summary>Identifiers; types are <c>NPI</c>, <c>DEA</c>, <c>SPI</c>, <c>TAX</c>, <c>SL</c>, <c>EXTERNAL</c>, <c>UPIN</c>, <c>USER</c> and <c>UNKNOWN</c>.</summary>
    public IReadOnlyList<Alias> Aliases
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary><c>MALE</c>, <c>FEMALE</c>, <c>OTHER</c> or <c>UNKNOWN</c>.</summary>
    public string? Gender { get; init; }

    /// <summary>The date of birth.</summary>
    public PartialDate? BirthDate { get; init; }

    /// <summary>The postal addresses.</summary>
    public IReadOnlyList<PersonAddress> Addresses
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The telephone numbers.</summary>
    public IReadOnlyList<ContactPoint> PhoneNumbers
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The e-mail addresses.</summary>
    public IReadOnlyList<ContactPoint> EmailAddresses
    {
        get;
        init => field = value ?? field;
    } = [];
}
