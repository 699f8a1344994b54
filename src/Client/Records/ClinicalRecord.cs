using System.Text.Json;

namespace HealtheIntent.Client;

/// <summary>
/// What every record of the longitudinal record has in common. Members the contract documents and members it only
/// infers are read alike; an absent member is null or an empty list.
/// </summary>
public abstract record ClinicalRecord : OpenObject
{
    /// <summary>The opaque ID of the record (contract 1.5).</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>Where the record comes from.</summary>
    public SourceIdentifier? SourceIdentifier { get; init; }

    /// <summary>The encounter in which the record was made.</summary>
    public Reference? Encounter { get; init; }

    /// <summary>The patient the record itself names, when it names one: compare it with the patient that was asked for.</summary>
    public Reference? Patient { get; init; }

    /// <summary>What people wrote about the record.</summary>
    public IReadOnlyList<Note> Notes
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
}
