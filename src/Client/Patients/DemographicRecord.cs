using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client;

/// <summary>Who a patient is according to one source; a patient has one such record per source (contract 3.3).</summary>
public sealed record DemographicRecord : OpenObject
{
    /// <summary>The opaque ID of the record.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>Where the record comes from.</summary>
    public SourceIdentifier? SourceIdentifier { get; init; }

    /// <summary>The patient the record itself names, when it names one.</summary>
    public Reference? Patient { get; init; }

    /// <summary>The names.</summary>
    public IReadOnlyList<PersonName> Names
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The date of birth.</summary>
    public PartialDate? BirthDate { get; init; }

    /// <summary>The sex at birth; a plain word from the source becomes its text.</summary>
    public CodeableConcept? BirthSex { get; init; }

    /// <summary>The administrative gender.</summary>
    public CodeableConcept? Gender { get; init; }

    /// <summary>The marital status.</summary>
    public CodeableConcept? MaritalStatus { get; init; }

    /// <summary>The races.</summary>
    public IReadOnlyList<CodeableConcept> Races
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The ethnicities.</summary>
    public IReadOnlyList<CodeableConcept> Ethnicities
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The languages, the preferred one first where the source says so.</summary>
    public IReadOnlyList<CodeableConcept> Languages
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The religions.</summary>
    public IReadOnlyList<CodeableConcept> Religions
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>Whether the source says that the person has died; null when it does not say.</summary>
    public bool? Deceased { get; init; }

    /// <summary>The date of death.</summary>
    public PartialDate? DeathDate { get; init; }

    /// <summary>The postal addresses.</summary>
    public IReadOnlyList<PersonAddress> Addresses
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The telephone numbers and the like.</summary>
    public IReadOnlyList<Telecom> Telecoms
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The e-mail addresses.</summary>
    public IReadOnlyList<Telecom> EmailAddresses
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>Identifiers such as the MRN.</summary>
    public IReadOnlyList<Alias> Aliases
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The care team.</summary>
    public IReadOnlyList<Asserter> Providers
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>Where the data came from and who handled it; the members are not published (contract 6.2).</summary>
    public IReadOnlyList<JsonElement> Provenances
    {
        get;
        init => field = value ?? field;
    } = [];

    [JsonInclude]
    internal CodeableConcept? AdministrativeGender
    {
        get => null;
        init => Gender ??= value;
    }

    [JsonInclude]
    internal IReadOnlyList<CodeableConcept>? PrimaryLanguage
    {
        get => null;
        init => Languages = Languages is [] && value is not null ? value : Languages;
    }
}
