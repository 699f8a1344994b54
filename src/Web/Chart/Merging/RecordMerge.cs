using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Chart.Merging;

/// <summary>
/// Puts records that say the same thing into one row: the same code, or the same words where no code exists, on the
/// same occasion. Nothing is guessed and nothing is dropped (design rule 4).
/// </summary>
public static class RecordMerge
{
    /// <summary>Merges records that are already in the section's order; rows stand where their leads stood.</summary>
    public static IReadOnlyList<MergedRecord<TRecord>> Merge<TRecord>(
        RecordSection<TRecord> section,
        IReadOnlyList<TRecord> records
    )
        where TRecord : ClinicalRecord
    {
        var keyed = records
            .Select(record =>
                (
                    Record: record,
                    Occasion: section.Occasion(record),
                    Fine: SubjectKey.FineCode(section.Subject(record))
                )
            )
            .ToList();
        var fineBehindCoarse = keyed
            .Where(one => one is { Occasion: not null, Fine: not null })
            .SelectMany(
                one => SubjectKey.CoarseCodes(section.Subject(one.Record)),
                (one, coarse) => (one.Occasion, one.Fine, Coarse: coarse)
            )
            .ToLookup(one => (one.Occasion, one.Coarse), one => one.Fine!);

        var groups = new List<List<TRecord>>();
        var byKey = new Dictionary<(string Occasion, string Subject), List<TRecord>>();
        foreach (var (record, occasion, fine) in keyed)
            if (occasion is null || (fine ?? Coarser(record, occasion)) is not { } subject)
                groups.Add([record]);
            else if (byKey.TryGetValue((occasion, subject), out var group))
                group.Add(record);
            else
            {
                groups.Add(group = [record]);
                byKey.Add((occasion, subject), group);
            }
        return [.. groups.Select(group => Row(section, group))];

        // A classification's code joins a finer one only where it can mean that one alone.
        string? Coarser(TRecord record, string occasion)
        {
            var concept = section.Subject(record);
            string[] meant =
            [
                .. SubjectKey
                    .CoarseCodes(concept)
                    .SelectMany(code => fineBehindCoarse[(occasion, code)])
                    .Distinct()
                    .Take(2),
            ];
            return meant is [var only] ? only : SubjectKey.Of(concept);
        }
    }

    private static MergedRecord<TRecord> Row<TRecord>(
        RecordSection<TRecord> section,
        List<TRecord> contributors
    )
        where TRecord : ClinicalRecord
    {
        if (contributors.Count == 1)
            return MergedRecord<TRecord>.Alone(contributors[0]);
        var lead = Leading(section, contributors);
        return new(lead, contributors, [.. Disagreements(section, lead, contributors)]);
    }

    /// <summary>What is current never hides behind what is past, nor what a source states behind another's silence.</summary>
    private static TRecord Leading<TRecord>(
        RecordSection<TRecord> section,
        IEnumerable<TRecord> contributors
    )
        where TRecord : ClinicalRecord =>
        contributors.MinBy(record => (!section.IsCurrent(record), section.Status(record) is null))!;

    /// <summary>A source is compared with the others, never with its own past: what leads of each source speaks for it.</summary>
    private static IEnumerable<Disagreement> Disagreements<TRecord>(
        RecordSection<TRecord> section,
        TRecord lead,
        List<TRecord> contributors
    )
        where TRecord : ClinicalRecord
    {
        TRecord[] voices =
        [
            lead,
            .. contributors
                .GroupBy(
                    record => record.SourceIdentifier?.DataPartitionId,
                    StringComparer.OrdinalIgnoreCase
                )
                .Select(source => Leading(section, source))
                .Where(record => record != lead),
        ];
        foreach (var value in section.Compared.Prepend(section.StatusColumn))
        {
            var said = voices
                .Where(record => !string.IsNullOrWhiteSpace(value.Value(record)))
                .ToList();
            if (
                said.SelectMany(
                        (one, i) => said.Skip(i + 1),
                        (one, other) => Differ(value, one, other)
                    )
                    .Any(differ => differ)
            )
                yield return new Disagreement(
                    value.Header,
                    [
                        .. said.Select(record => new SourceStatement(
                            record.SourceIdentifier,
                            value.Value(record)!
                        )),
                    ]
                );
        }
    }

    /// <summary>Words differ as written, without regard to case and spacing; dates where neither can be the other.</summary>
    private static bool Differ<TRecord>(RecordColumn<TRecord> value, TRecord one, TRecord other) =>
        SubjectKey.Folded(value.Value(one)!) != SubjectKey.Folded(value.Value(other)!)
        && !(
            value.When?.Invoke(one) is { } date
            && value.When(other) is { } otherDate
            && DateAgreement.Agree(date, otherDate)
        );
}
