using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>A section that can be searched.</summary>
public interface ISectionIndex
{
    /// <summary>The view that shows the section in full.</summary>
    ChartView View { get; }

    /// <summary>What it holds, in the plural; no two sections hold the same.</summary>
    Phrase Noun { get; }

    /// <summary>Whether all of the section has been received.</summary>
    bool IsComplete { get; }

    /// <summary>Searches what has been received of the section.</summary>
    SectionFinding Find(SoughtWords words);

    /// <summary>The record of an id, else of a source identifier, without excerpts; null where none such was received.</summary>
    Hit? Locate(string recordId, SourceIdentifier? source);
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
    public ChartView View => section.View;

    /// <inheritdoc />
    public Phrase Noun => section.Noun;

    /// <inheritdoc />
    public bool IsComplete => state.Value.Status.IsComplete();

    /// <inheritdoc />
    public Hit? Locate(string recordId, SourceIdentifier? source)
    {
        var records = state.Value.Records;
        var found =
            records.FirstOrDefault(record => record.Id == recordId)
            ?? records.FirstOrDefault(record => record.SourceIdentifier.IsSameAs(source));
        return found is null ? null : HitOf(found, []);
    }

    /// <inheritdoc />
    public SectionFinding Find(SoughtWords words)
    {
        var records = state.Value.Records;
        return new SectionFinding(
            section.View,
            section.Noun,
            state.Value.Status,
            records.Count(record => !section.IsWithdrawn(record)),
            [
                .. section
                    .Order(records.Where(record => words.AllOccurIn(Texts(record))))
                    .Select(record => (Record: record, Texts: Texts(record)))
                    // What its source withdrew is no data: it is found by who looks for it, and comes last.
                    .OrderBy(one => section.IsWithdrawn(one.Record))
                    .ThenByDescending(one => words.CountIn(one.Texts[0]))
                    .Select(one => HitOf(one.Record, Excerpts(one.Texts, words))),
            ]
        );
    }

    private Hit HitOf(TRecord record, IReadOnlyList<IReadOnlyList<ExcerptPart>> excerpts) =>
        new(
            record.Id,
            section.Title(record),
            section.When(record),
            record.SourceIdentifier,
            section.IsWithdrawn(record),
            excerpts
        );

    private static IReadOnlyList<IReadOnlyList<ExcerptPart>> Excerpts(
        IReadOnlyList<string> texts,
        SoughtWords words
    ) =>
        [
            .. texts
                .Select(text => words.Excerpt(text))
                .OfType<IReadOnlyList<ExcerptPart>>()
                .Take(MostExcerpts),
        ];

    /// <summary>The name first, then what the row shows, then codes and notes.</summary>
    private List<string> Texts(TRecord record)
    {
        var texts = new List<string>();
        Add(section.Title(record));
        foreach (var column in section.Columns)
            if (column.Value(record) is { } value)
                Add($"{column.Header}: {Apart(value)}");
        if (section.Status(record)?.Display is { } status)
            Add($"{section.StatusColumn.Header}: {status}");
        if (section.When(record) is { } when)
            Add(ClinicalDate.Day(when));
        foreach (var (label, concept) in section.Concepts(record))
        {
            foreach (var coding in concept?.Codings ?? [])
                Add($"{label}: {Apart($"{coding.Display} {coding.Code}")}");
            foreach (var coding in concept?.SourceCodings ?? [])
                Add($"{label}: {Apart($"{coding.Display} {coding.Code}")}");
        }
        foreach (var note in record.Notes)
            Add(note.Text);
        return texts;

        void Add(string? text)
        {
            if (text is { Length: > 0 } && !texts.Contains(text))
                texts.Add(text);
        }
    }
}
