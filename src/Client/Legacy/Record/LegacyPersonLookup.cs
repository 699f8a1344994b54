using System.Collections.ObjectModel;

namespace HealtheIntent.Client;

/// <summary>What a legacy lookup found: exactly one of the three. Nothing else derives from it.</summary>
public abstract record LegacyPersonLookup
{
    private LegacyPersonLookup() { }

    /// <summary>The ID the platform gave to this answer; quote it to the vendor.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Where the platform sends a person on, to search: show it, do not follow or log it. Null when it named nothing.</summary>
    public Uri? Location { get; init; }

    /// <summary>The name of the type and nothing else: an ID never reaches a log by accident.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>No person of the population has that local ID (204).</summary>
    public sealed record None : LegacyPersonLookup;

    /// <summary>One person has it.</summary>
    /// <param name="PersonId">The platform's person ID, of the same values as a patient ID of version 1. It may change (contract 8.7).</param>
    public sealed record One(string PersonId) : LegacyPersonLookup
    {
        /// <summary>Every field of the answer by its name; of a name that comes twice, the first.</summary>
        public IReadOnlyDictionary<string, string?> Fields { get; init; } =
            ReadOnlyDictionary<string, string?>.Empty;
    }

    /// <summary>More than one person has it (409). Nothing may pick one of them.</summary>
    public sealed record Many : LegacyPersonLookup;
}
