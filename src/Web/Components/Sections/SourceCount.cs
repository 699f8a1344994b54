using HealtheIntent.Client;
using HeiChartViewer.Web.Launch;

namespace HeiChartViewer.Web.Components.Sections;

/// <summary>A source, and how many records came from it.</summary>
/// <param name="Key">Its data partition; empty for records that state no source.</param>
/// <param name="Name">The name it is known by.</param>
/// <param name="Count">The records.</param>
public sealed record SourceCount(string Key, string Name, int Count)
{
    /// <summary>Where a record came from, as a key.</summary>
    public static string KeyOf(SourceIdentifier? source) => source?.DataPartitionId ?? "";

    /// <summary>The sources by name, each once; a partition's id may be written in either case.</summary>
    public static IReadOnlyList<SourceCount> Of(
        IEnumerable<KeyValuePair<string, int>> counts,
        DataPartitions partitions
    ) =>
        [
            .. counts
                .GroupBy(one => one.Key, one => one.Value, StringComparer.OrdinalIgnoreCase)
                .Select(one => new SourceCount(one.Key, NameOf(one.Key, partitions), one.Sum()))
                .OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>The records of a source; all of them where none is chosen.</summary>
    public static IReadOnlyList<TRecord> Kept<TRecord>(IReadOnlyList<TRecord> records, string? key)
        where TRecord : ClinicalRecord =>
        key is null
            ? records
            :
            [
                .. records.Where(record =>
                    string.Equals(
                        KeyOf(record.SourceIdentifier),
                        key,
                        StringComparison.OrdinalIgnoreCase
                    )
                ),
            ];

    private static string NameOf(string key, DataPartitions partitions) =>
        key.Length == 0 ? partitions.NameOf((SourceIdentifier?)null) : partitions.NameOf(key);
}
