using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>The records a patient id shows today: regrouped, changed and filtered as events and control have it.</summary>
internal sealed class VisibleCharts(RecordChanges changes, SensitiveFilter filter)
{
    /// <summary>How many views are kept; the charts behind them are kept elsewhere.</summary>
    private const int Kept = 64;

    private readonly ConcurrentDictionary<
        PatientIdentity,
        (Chart Seen, object Changes, object Filter, Chart Shown)
    > _shown = [];

    public Chart Of(PatientIdentity identity)
    {
        var (changed, filtered) = (changes.State, filter.State);
        if (identity.IsWhole && !changes.Concern(identity.Id) && !filter.IsOn)
            return identity.Person.Chart;
        var seen = identity.Person.Chart;
        if (
            _shown.TryGetValue(identity, out var known)
            && known.Seen == seen
            && ReferenceEquals(known.Changes, changed)
            && ReferenceEquals(known.Filter, filtered)
        )
            return known.Shown;
        var chart = filter.Apply(Everything(identity));
        if (_shown.Count >= Kept)
            _shown.Clear();
        _shown[identity] = (seen, changed, filtered, chart);
        return chart;
    }

    /// <summary>The records that there are, the sensitive too.</summary>
    public Chart Everything(PatientIdentity identity) =>
        changes.Apply(identity.Id, identity.IsWhole ? identity.Person.Chart : Regroup(identity));

    private static Chart Regroup(PatientIdentity identity)
    {
        var parts = identity
            .Parts.GroupBy(part => part.Person)
            .Select(group =>
                Of(group.Key, group.Select(part => part.Source.Partition.Id).ToFrozenSet())
            )
            .ToArray();
        return parts[0]
            .Map(
                (kind, _) =>
                    RecordList.Of(
                        parts
                            .SelectMany(chart => kind.Of(chart).All)
                            .DistinctBy(record => record.Id)
                    )
            ) with
        {
            Binaries = parts
                .SelectMany(chart => chart.Binaries)
                .DistinctBy(binary => binary.Key)
                .ToFrozenDictionary(),
        };
    }

    private static Chart Of(Person person, FrozenSet<string> partitions) =>
        partitions.Count == person.Sources.Count
            ? person.Chart
            : person.Chart.Map(
                (_, list) =>
                    RecordList.Of(
                        list.All.Where(record =>
                            PartitionOf(record) is not { } partition
                            || partitions.Contains(partition)
                        )
                    )
            );

    private static string? PartitionOf(StoredRecord record)
    {
        using var json = JsonDocument.Parse(record.Json);
        return json.RootElement.Member("sourceIdentifier")?.Text("dataPartitionId");
    }
}
