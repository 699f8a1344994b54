using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>What a lane of the timeline holds of its section: the section's rows, and its one state.</summary>
public sealed record LaneContents
{
    /// <summary>The section.</summary>
    public required ChartView View { get; init; }

    /// <summary>What it holds, in the plural.</summary>
    public required Phrase Noun { get; init; }

    /// <summary>The section's state.</summary>
    public required SectionStatus Status { get; init; }

    /// <summary>How many records of the patient were received; what its source withdrew is none.</summary>
    public int Records { get; init; }

    /// <summary>How many records were received that their source withdrew.</summary>
    public int Withdrawn { get; init; }

    /// <summary>The rows, newest first; none while the section is loading.</summary>
    public IReadOnlyList<TimelineItem> Items { get; init; } = [];

    /// <summary>How many records each data partition sent, by its id; those without one under the empty word.</summary>
    public IReadOnlyDictionary<string, int> Sources { get; init; } = new Dictionary<string, int>();

    /// <summary>How many records stand behind the rows.</summary>
    public int Shown => Items.Sum(item => item.Contributors);

    /// <summary>A lane that nothing has been read of yet.</summary>
    public static LaneContents Unread(ChartView view) =>
        new()
        {
            View = view,
            Noun = view.Title,
            Status = SectionStatus.Loading,
        };

    /// <summary>Reads a section's state.</summary>
    /// <param name="section">The section.</param>
    /// <param name="state">What has been received of it.</param>
    /// <param name="source">The data partition whose records alone are shown; null for all.</param>
    /// <param name="today">The day at the facility.</param>
    public static LaneContents Of<TRecord>(
        RecordSection<TRecord> section,
        SectionState<TRecord> state,
        string? source,
        DateOnly today
    )
        where TRecord : ClinicalRecord
    {
        TRecord[] valid = [.. state.Records.Where(record => !section.IsWithdrawn(record))];
        var isLoading = state.Status is SectionStatus.Loading;
        return new()
        {
            View = section.View,
            Noun = section.Noun,
            Status = state.Status,
            Records = valid.Length,
            Withdrawn = state.Records.Count - valid.Length,
            // A section of thousands arrives in many pages: it is merged once, when all have come.
            Items = isLoading ? [] : [.. Rows().Select(row => ItemOf(section, row, today))],
            Sources = valid
                .GroupBy(SourceOf, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(one => one.Key, one => one.Count(), StringComparer.OrdinalIgnoreCase),
        };

        IReadOnlyList<MergedRecord<TRecord>> Rows() =>
            RecordMerge.Merge(
                section,
                section.Order(
                    source is null
                        ? valid
                        : valid.Where(record =>
                            string.Equals(
                                SourceOf(record),
                                source,
                                StringComparison.OrdinalIgnoreCase
                            )
                        )
                )
            );
    }

    private static TimelineItem ItemOf<TRecord>(
        RecordSection<TRecord> section,
        MergedRecord<TRecord> row,
        DateOnly today
    )
        where TRecord : ClinicalRecord =>
        new(
            section.View,
            row.Lead.Id,
            section.Title(row.Lead),
            Remark(section, row.Lead),
            section.Status(row.Lead)?.Display,
            RecordPeriods.Of(section, row, today),
            row.Lead.SourceIdentifier,
            row.Contributors.Count,
            row.Disagreements
        );

    /// <summary>A section's first column tells most; a result without its flag tells too little.</summary>
    private static string? Remark<TRecord>(RecordSection<TRecord> section, TRecord record)
        where TRecord : ClinicalRecord
    {
        var column = section.Columns[0];
        if (column.Value(record) is not { Length: > 0 } value)
            return null;
        var flag = record is Observation result ? ResultFlag.Of(result) : null;
        return flag is { IsAbnormal: true }
            ? $"{column.Header}: {Apart(value)}, {flag.Words}"
            : $"{column.Header}: {Apart(value)}";
    }

    private static string SourceOf(ClinicalRecord record) =>
        record.SourceIdentifier?.DataPartitionId ?? "";
}
