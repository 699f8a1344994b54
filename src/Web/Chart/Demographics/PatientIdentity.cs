using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Demographics;

/// <summary>
/// Who the patient is, as one source record says: that of the EHR which launched, or where it is not among them the
/// first received. What other sources say stands in the demographics view; the banner says when they differ.
/// </summary>
public sealed record PatientIdentity
{
    /// <summary>The name as it is shown: <c>FAMILY, Given (Title)</c> (PAB-0049).</summary>
    public required string? Name { get; init; }

    /// <summary>The name the patient prefers, where it is recorded apart.</summary>
    public required string? PreferredName { get; init; }

    /// <summary>The birth date as recorded.</summary>
    public required PartialDate? Born { get; init; }

    /// <summary>The gender; where none is recorded the sex at birth, named as that. Neither stands for the other.</summary>
    public required StatedSex Sex { get; init; }

    /// <summary>Whether the source says that the patient has died.</summary>
    public required bool Deceased { get; init; }

    /// <summary>When, as recorded.</summary>
    public required PartialDate? Died { get; init; }

    /// <summary>The identifiers, each with its type.</summary>
    public required IReadOnlyList<Alias> Aliases { get; init; }

    /// <summary>The source record that says all this.</summary>
    public required SourceIdentifier? Source { get; init; }

    /// <summary>What the other source records say differently, as words: "birth date", "name", "sex".</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    /// <summary>Reads the identity, or null where no record was received.</summary>
    public static PatientIdentity? From(
        IReadOnlyList<DemographicRecord> records,
        SourceIdentifier launchedFrom
    )
    {
        var record =
            records.FirstOrDefault(r => r.SourceIdentifier == launchedFrom)
            ?? records.FirstOrDefault(r =>
                r.SourceIdentifier?.DataPartitionId == launchedFrom.DataPartitionId
            )
            ?? records.FirstOrDefault();
        if (record is null)
            return null;
        return new PatientIdentity
        {
            Name = PersonNames.Shown(record.Names),
            PreferredName = PersonNames.Preferred(record.Names),
            Born = record.BirthDate,
            Sex = StatedSex.Of(record),
            Deceased = records.Any(r => r.Deceased == true || r.DeathDate is not null),
            Died =
                record.DeathDate ?? records.FirstOrDefault(r => r.DeathDate is not null)?.DeathDate,
            Aliases = record.Aliases,
            Source = record.SourceIdentifier,
            Differences =
            [
                .. DemographicFields
                    .Identity.Where(field => field.Differs(records))
                    .Select(field => field.Name.ToString().ToLowerInvariant()),
            ],
        };
    }
}
