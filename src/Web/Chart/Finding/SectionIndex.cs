using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>A section that can be searched.</summary>
public interface ISectionIndex
{
    /// <summary>Searches what has been received of the section.</summary>
    SectionFinding Find(SoughtWords words);
}

/// <summary>Searches everything a reader could see of the records of a section.</summary>
public sealed class SectionIndex<TRecord>(
    IState<SectionState<TRecord>> state,
    RecordSection<TRecord> section
) : ISectionIndex
    where TRecord : ClinicalRecord
{
    private const int MostExcerpts = 3;

    /// <inheritdoc />
    public SectionFinding Find(SoughtWords words)
    {
        // What was taken back by its source is no data.
        List<TRecord> records =
        [
            .. state.Value.Records.Where(record => !section.IsWithdrawn(record)),
        ];
        return new SectionFinding(
            section.View,
            section.Noun,
            state.Value.Status,
            records.Count,
            [
                .. section
                    .Order(records)
                    .Select(record => (Record: record, Texts: Texts(record)))
                    .Where(one => words.AllOccurIn(one.Texts))
                    .OrderByDescending(one => words.CountIn(one.Texts[0]))
                    .Select(one => HitOf(one.Record, one.Texts, words)),
            ]
        );
    }

    private Hit HitOf(TRecord record, IReadOnlyList<string> texts, SoughtWords words) =>
        new(
            record.Id,
            section.Title(record),
            section.When(record),
            record.SourceIdentifier,
            [
                .. texts
                    .Select(text => words.Excerpt(text))
                    .OfType<IReadOnlyList<ExcerptPart>>()
                    .Take(MostExcerpts),
            ]
        );

    /// <summary>The name first, then what the row shows, then codes and notes.</summary>
    private List<string> Texts(TRecord record) =>
        [
            .. new[] { section.Title(record) }
                .Concat(
                    section.Columns.Select(column =>
                        column.Value(record) is { } value ? $"{column.Header}: {value}" : null
                    )
                )
                .Append(section.Status(record)?.Display is { } status ? $"Status: {status}" : null)
                .Append(ClinicalDate.Day(section.When(record)))
                .Concat(
                    section
                        .Concepts(record)
                        .SelectMany(value =>
                            (value.Concept?.Codings ?? [])
                                .Concat(value.Concept?.SourceCodings ?? [])
                                .Select(coding => $"{value.Label}: {coding.Display} {coding.Code}")
                        )
                )
                .Concat(record.Notes.Select(note => note.Text))
                .OfType<string>()
                .Where(text => text.Length > 0)
                .Distinct(),
        ];
}
