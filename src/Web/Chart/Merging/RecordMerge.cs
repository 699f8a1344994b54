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
        var groups = new List<List<TRecord>>();
        var byKey = new Dictionary<(string Occasion, string Subject), List<TRecord>>();
        var fineBehindCoarse = new Dictionary<(string, string), HashSet<string>>();
        foreach (var record in records)
            if (
                section.Occasion(record) is { } occasion
                && SubjectKey.FineCode(section.Subject(record)) is { } fine
            )
                foreach (var coarse in SubjectKey.CoarseCodes(section.Subject(record)))
                    Behind((occasion, coarse)).Add(fine);

        foreach (var record in records)
            GroupOf(record).Add(record);
        return [.. groups.Select(group => Row(section, group))];

        List<TRecord> GroupOf(TRecord record)
        {
            var key =
                section.Occasion(record) is { } occasion
                && SubjectOf(record, occasion) is { } subject
                    ? (occasion, subject)
                    : default((string, string)?);
            if (key is { } known && byKey.TryGetValue(known, out var group))
                return group;
            groups.Add(group = new List<TRecord>(1));
            if (key is { } fresh)
                byKey.Add(fresh, group);
            return group;
        }

        string? SubjectOf(TRecord record, string occasion)
        {
            var concept = section.Subject(record);
            if (SubjectKey.FineCode(concept) is { } fine)
                return fine;
            string[] coarse = [.. SubjectKey.CoarseCodes(concept)];
            if (coarse.Length == 0)
                return SubjectKey.Words(concept) is { } words ? $"words|{words}" : null;
            // A classification's code joins a finer one only where it can mean that one alone.
            string[] meant =
            [
                .. coarse
                    .SelectMany(code => fineBehindCoarse.GetValueOrDefault((occasion, code)) ?? [])
                    .Distinct(),
            ];
            return meant is [var only] ? only : coarse[0];
        }

        HashSet<string> Behind((string, string) coarse) =>
            fineBehindCoarse.TryGetValue(coarse, out var known)
                ? known
                : fineBehindCoarse[coarse] = new(StringComparer.Ordinal);
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

    /// <summary>What is current never hides behind what is past.</summary>
    private static TRecord Leading<TRecord>(
        RecordSection<TRecord> section,
        IEnumerable<TRecord> contributors
    )
        where TRecord : ClinicalRecord =>
        contributors.FirstOrDefault(section.IsCurrent) ?? contributors.First();

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
        foreach (var value in section.Compared)
        {
            SourceStatement[] statements =
            [
                .. voices
                    .Select(record => (record.SourceIdentifier, Text: value.Value(record)))
                    .Where(one => !string.IsNullOrWhiteSpace(one.Text))
                    .Select(one => new SourceStatement(one.SourceIdentifier, one.Text!)),
            ];
            if (
                statements
                    .Select(statement => SubjectKey.Folded(statement.Text))
                    .Distinct()
                    .Skip(1)
                    .Any()
            )
                yield return new Disagreement(value.Header, statements);
        }
    }
}
