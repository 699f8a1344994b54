using HealtheIntent.Client;

namespace HeiChartViewer.Web.Launch;

/// <summary>The data partitions that this deployment knows, by id.</summary>
public sealed class DataPartitions
{
    private readonly Dictionary<string, DataPartition> _byId;

    /// <summary>Makes the set.</summary>
    public DataPartitions(IEnumerable<DataPartition> partitions) =>
        _byId = partitions.ToDictionary(p => p.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The partitions whose identifiers can be searched for by themselves, by name.</summary>
    public IReadOnlyList<DataPartition> WithAliasSystem =>
        [
            .. _byId
                .Values.Where(partition => partition.AliasSystem is not null)
                .OrderBy(partition => partition.Name, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>The partition of this id, or null where the deployment does not know it.</summary>
    public DataPartition? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The name to show for a partition; where it has none, its id, so that no source goes unnamed.</summary>
    public string NameOf(string id) => Find(id)?.Name ?? Say($"Partition {id}");

    /// <summary>A source person ID with what it is: no identifier stands without its label (PAB-0036).</summary>
    public string PersonId(SourceIdentifier source) =>
        Say($"Person ID, {NameOf(source.DataPartitionId)} {source.Id}");

    /// <summary>The name of the partition that a record came from.</summary>
    public string NameOf(SourceIdentifier? source) =>
        source is null ? Say("source not stated") : NameOf(source.DataPartitionId);
}

/// <summary>A namespace of local patient ids: one EHR, one payer, one registry.</summary>
/// <param name="Id">The data partition id, a lower-case UUID.</param>
/// <param name="Name">The name clinicians know the source by.</param>
/// <param name="AliasSystem">The namespace of its patients' identifiers, an OID; null where it is not known.</param>
public sealed record DataPartition(string Id, string Name, string? AliasSystem = null);
