using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>A section of clinical records: besides how they are read, what is shown of each.</summary>
public sealed class RecordSection<TRecord> : SectionDefinition<TRecord>
    where TRecord : ClinicalRecord
{
    /// <summary>The kind of the records.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>Where a session's records are asked for.</summary>
    public required Func<ChartSession, RecordApi<TRecord>> Source { get; init; }

    /// <summary>The heading of the section's card in the summary.</summary>
    public required Phrase CardTitle { get; init; }

    /// <summary>What the records are, in the plural.</summary>
    public required Phrase Noun { get; init; }

    /// <summary>The heading of the column that names what a record is about.</summary>
    public required Phrase SubjectLabel { get; init; }

    /// <summary>What a record is about.</summary>
    public required Func<TRecord, CodeableConcept?> Subject { get; init; }

    /// <summary>The date that orders the records.</summary>
    public required Func<TRecord, PartialDate?> When { get; init; }

    /// <summary>The record's status, as the source words it.</summary>
    public required Func<TRecord, CodeableConcept?> Status { get; init; }

    /// <summary>The columns between subject and status.</summary>
    public required IReadOnlyList<RecordColumn<TRecord>> Columns { get; init; }

    /// <summary>What the details say besides: a row has no room for it.</summary>
    public IReadOnlyList<RecordColumn<TRecord>> Details { get; init; } = [];

    /// <summary>What the date says: "recorded", "since", "given".</summary>
    public required Phrase WhenLabel { get; init; }

    /// <summary>What the date says of a record in which it stands in for the usual one; null where it is that.</summary>
    public Func<TRecord, Phrase?> StandIn { get; init; } = _ => null;

    /// <summary>When the source wrote it down, where that is another date than the one that orders the records.</summary>
    public RecordColumn<TRecord>? Recorded { get; init; }

    /// <summary>Whether a record belongs at the top of the summary.</summary>
    public Func<TRecord, bool> IsCurrent { get; init; } = _ => true;

    /// <summary>Every coded value of a record, with its label, for the details.</summary>
    public required Func<
        TRecord,
        IEnumerable<(Phrase Label, CodeableConcept? Concept)>
    > Concepts { get; init; }

    /// <summary>
    /// What must be alike, besides the subject, for two records to say the same thing: a result's time and value, an
    /// immunization's day. Null for a record that stands alone: a document, a result whose time is vague.
    /// </summary>
    public required Func<TRecord, string?> Occasion { get; init; }

    /// <summary>How a row stands, where more than its leading record has a say in it.</summary>
    public Func<MergedRecord<TRecord>, Standing>? Judge { get; init; }

    /// <summary>What a row stands under in the list, in words; null where nothing parts the list.</summary>
    public Func<MergedRecord<TRecord>, string>? GroupOf { get; init; }

    /// <summary>The place of a row's group among the others; those of the same place stand as their newest records do.</summary>
    public Func<MergedRecord<TRecord>, int> GroupPlace { get; init; } = _ => 0;

    /// <summary>The values, besides the status, on which sources may contradict each other about the same thing.</summary>
    public required IReadOnlyList<RecordColumn<TRecord>> Compared { get; init; }

    /// <summary>The status as a column.</summary>
    public RecordColumn<TRecord> StatusColumn =>
        new(Phrase.Of("Status"), record => Status(record)?.Display);

    /// <summary>Whether what a row says holds now.</summary>
    public Standing StandingOf(MergedRecord<TRecord> row) =>
        Judge?.Invoke(row) ?? (IsCurrent(row.Lead) ? Standing.Current : Standing.Past);

    /// <summary>A record's name; never empty, so that no row goes unnamed.</summary>
    public string Title(TRecord record) =>
        Subject(record)?.Display ?? Say("Not named by the source");

    /// <summary>A record's date, with what it says where that is not what the heading of the column says.</summary>
    public string WhenWords(TRecord record)
    {
        var date = ClinicalDate.DayAndTime(When(record));
        return StandIn(record) is { } says ? $"{says.ToString().ToLowerInvariant()} {date}" : date;
    }

    /// <summary>The text that a filter looks in: what the row shows.</summary>
    public string Text(TRecord record)
    {
        // Written for each of what may be a hundred thousand records while the reader types.
        var parts = new string?[3 + Columns.Count];
        parts[0] = Title(record);
        parts[1] = WhenWords(record);
        parts[2] = Status(record)?.Display;
        for (var i = 0; i < Columns.Count; i++)
            parts[3 + i] = Columns[i].Value(record);
        return string.Join(' ', parts);
    }

    /// <summary>The records newest first; those without a date last, none left out.</summary>
    public IReadOnlyList<TRecord> Order(IEnumerable<TRecord> records) =>
        [
            .. records
                .OrderBy(record => When(record)?.Earliest is null)
                .ThenByDescending(record => When(record))
                .ThenBy(record => record.Id, StringComparer.Ordinal),
        ];
}

/// <summary>One column of a section's table.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="Value">Its text, or null where the source recorded nothing.</param>
public sealed record RecordColumn<TRecord>(Phrase Header, Func<TRecord, string?> Value)
{
    /// <summary>The date that the text is of, by which the column sorts; null of a column of anything else.</summary>
    public Func<TRecord, PartialDate?>? When { get; init; }

    /// <summary>Whether what stands here may mean grave harm, and has to be seen before all else.</summary>
    public Func<TRecord, bool> IsGrave { get; init; } = _ => false;
}
