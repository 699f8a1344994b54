using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>
/// Whether a medication is current, by evidence: a source's word that it is active. That nobody recorded an end is no
/// such word, and a fill or a claim says only that something was handed over.
/// </summary>
public static class MedicationRules
{
    private static readonly Phrase[] Names =
    [
        Phrase.Of("Current: a source says that it is active"),
        Phrase.Of("Not known whether current"),
        Phrase.Of("Past"),
    ];

    /// <summary>What a medication of this standing stands under.</summary>
    public static Phrase Of(Standing standing) => Names[(int)standing];

    /// <summary>How a record stands by what it says itself.</summary>
    public static Standing Of(Medication medication, DateTimeOffset now) =>
        Statuses.IsPast(medication.Status) || Endings.HasPassed(medication.End, now) ? Standing.Past
        : Statuses.IsActive(medication.Status) ? Standing.Current
        : Standing.Unknown;

    /// <summary>How a row stands: each source speaks by what leads of its records, and none overrules another.</summary>
    public static Standing Of(MergedRecord<Medication> row, DateTimeOffset now)
    {
        var sources = row
            .Contributors.GroupBy(
                record => record.SourceIdentifier?.DataPartitionId,
                StringComparer.OrdinalIgnoreCase
            )
            .Select(source =>
                source
                    .OrderBy(record => record.Status is null)
                    .ThenBy(record => Of(record, now))
                    .First()
            )
            .ToLookup(record => record.Status is not null);
        Standing[] said = [.. sources[true].Select(record => Of(record, now)).Distinct()];
        return said switch
        {
            [Standing.Past] when sources[false].Any(record => IsLater(record, sources[true])) =>
                Standing.Unknown,
            [var agreed] => agreed,
            [] when sources[false].All(record => Of(record, now) is Standing.Past) => Standing.Past,
            _ => Standing.Unknown,
        };

        // A record without a status and an end, of a time after all that is said to be over, may be a new beginning.
        bool IsLater(Medication silent, IEnumerable<Medication> over) =>
            Of(silent, now) is Standing.Unknown
            && (
                Began(silent) is not { } began
                || over.All(record => (record.End ?? Began(record)) is not { } end || began > end)
            );
    }

    private static PartialDate? Began(Medication medication) =>
        medication.Start ?? medication.PrescribedOn;
}
