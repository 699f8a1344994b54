using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Merging;

/// <summary>One row of a section: the records that say the same thing, none of them lost (design rule 4).</summary>
/// <param name="Lead">The record the row shows: a current one before a past one, one that states a status before one that does not, then the newest.</param>
/// <param name="Contributors">All records behind the row, the lead among them, in the section's order.</param>
/// <param name="Disagreements">Where the sources contradict each other; shown, never resolved.</param>
public sealed record MergedRecord<TRecord>(
    TRecord Lead,
    IReadOnlyList<TRecord> Contributors,
    IReadOnlyList<Disagreement> Disagreements
)
    where TRecord : ClinicalRecord
{
    /// <summary>A row of one record.</summary>
    public static MergedRecord<TRecord> Alone(TRecord record) => new(record, [record], []);

    /// <summary>The data partitions behind the row, each once; a record that names none counts as one source.</summary>
    public IReadOnlyList<SourceIdentifier?> Sources =>
        [
            .. Contributors
                .Select(record => record.SourceIdentifier)
                .DistinctBy(source => source?.DataPartitionId, StringComparer.OrdinalIgnoreCase),
        ];
}
