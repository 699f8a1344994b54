using System.Collections.ObjectModel;
using System.Text.Json;

namespace HealtheIntent.Client;

/// <summary>What a lookup found: exactly one of the three. Nothing else derives from it.</summary>
public abstract record PatientLookup
{
    private PatientLookup() { }

    /// <summary>The ID the platform gave to this answer; quote it to the vendor.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What the answer holds of this person, and beside it, that this client has no property for, by its JSON name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Additional =>
        Unknown
        ?? (IReadOnlyDictionary<string, JsonElement>)ReadOnlyDictionary<string, JsonElement>.Empty;

    internal Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>The name of the type and nothing else: an ID never reaches a log by accident.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>No patient of the population has that source person ID.</summary>
    public sealed record None : PatientLookup;

    /// <summary>One patient has it.</summary>
    /// <param name="PatientId">The platform's patient ID. It may change: keep it for a session at most (contract 8.7).</param>
    public sealed record One(string PatientId) : PatientLookup;

    /// <summary>Several patients have it. Nothing may pick one of them.</summary>
    /// <param name="PatientIds">The platform's patient IDs; empty when the platform says "several" without naming them.</param>
    public sealed record Many(IReadOnlyList<string> PatientIds) : PatientLookup;
}
