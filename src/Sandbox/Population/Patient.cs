namespace HeiChartViewer.Sandbox.Population;

/// <summary>A patient of the population, with everything that is known of them.</summary>
public sealed class Patient
{
    /// <summary>The HealtheIntent patient id; an event may give another.</summary>
    public required string Id { get; init; }

    /// <summary>The key of the named case, or of the pathway and number.</summary>
    public required string Case { get; init; }

    /// <summary>What is particular about the patient, in words for a reader of the worklist.</summary>
    public required string What { get; init; }

    /// <summary>The name as the EHR's worklist shows it.</summary>
    public required string Name { get; init; }

    /// <summary>The birth date as the EHR knows it.</summary>
    public required string BirthDate { get; init; }

    /// <summary>The sex as the EHR knows it.</summary>
    public required string Sex { get; init; }

    /// <summary>A word that stands in every section of this patient and of no other.</summary>
    public string? Sentinel { get; init; }

    /// <summary>The local ids, by partition; the first is the one the EHR launches.</summary>
    public required IReadOnlyList<(Partition Partition, string PersonId)> Sources { get; init; }

    /// <summary>What a search looks in.</summary>
    public required SearchKeys Keys { get; init; }

    /// <summary>The records, by the last word of their path.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Record>> Records { get; init; }

    /// <summary>The text of documents, by binary id.</summary>
    public required IReadOnlyDictionary<string, string> Binaries { get; init; }
}

/// <summary>What a patient search compares.</summary>
/// <param name="Names">The words of every name, folded.</param>
/// <param name="BirthDates">Every birth date on record.</param>
/// <param name="Phones">Every phone number, digits only.</param>
/// <param name="Aliases">Every alias: system and value.</param>
public sealed record SearchKeys(
    IReadOnlyList<string> Names,
    IReadOnlyList<string> BirthDates,
    IReadOnlyList<string> Phones,
    IReadOnlyList<(string System, string Value)> Aliases
);
