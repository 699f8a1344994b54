using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>Who stands behind a record: its asserter, performer, prescriber, author or provider (contract 6.3).</summary>
public sealed record Asserter : OpenObject, IReadFromText<Asserter>
{
    /// <summary>The kind of person, such as a patient or a provider.</summary>
    public string? Type { get; init; }

    /// <summary>The person.</summary>
    public Provider? Provider { get; init; }

    /// <summary>The roles in which the person acted.</summary>
    public IReadOnlyList<CodeableConcept> ProviderRoles
    {
        get;
        init => field = value ?? field;
    } = [];

    static Asserter IReadFromText<Asserter>.FromText(string text) =>
        new() { Provider = new Provider { Name = new PersonName { Formatted = text } } };
}
