using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;
using HealtheIntent.Client.Legacy;

namespace HealtheIntent.Client;

/// <summary>A person as the legacy search and the legacy demographics write it (contract 4.3, 4.4).</summary>
public sealed record LegacyPerson : OpenObject, ILegacyItem
{
    /// <summary>The platform's person ID, of the same values as a patient ID of version 1; the demographics may leave it out.</summary>
    public string? Id { get; init; }

    /// <summary>The gender: a text in the search, a code in the demographics.</summary>
    [JsonConverter(typeof(OrText<LegacyCode>))]
    public LegacyCode? Gender { get; init; }

    /// <summary>Titles before the name.</summary>
    public string? Prefix { get; init; }

    /// <summary>The given names in order.</summary>
    public IReadOnlyList<string> GivenNames
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

    /// <summary>The whole name.</summary>
    public string? FullName { get; init; }

    /// <summary>The whole name, family name first.</summary>
    public string? FormattedName { get; init; }

    /// <summary>The date of birth.</summary>
    public PartialDate? DateOfBirth { get; init; }

    /// <summary>The date of death.</summary>
    public PartialDate? DateOfDeath { get; init; }

    /// <summary>Whether the person is dead; null when nothing says so.</summary>
    public bool? Deceased { get; init; }

    /// <summary>The postal address.</summary>
    public LegacyAddress? Address { get; init; }

    /// <summary>Telephone numbers.</summary>
    public IReadOnlyList<LegacyTelecom> Telecoms
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<LegacyEmail> Emails
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The source records behind the person; in the search only.</summary>
    public IReadOnlyList<LegacyRecordId> RecordIds
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>Insurance; in the demographics only.</summary>
    public IReadOnlyList<BenefitCoverage> BenefitCoverages
    {
        get;
        init => field = value ?? field;
    } = [];

    static string ILegacyItem.ListName => "persons";
}
