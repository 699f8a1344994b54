using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>Compares what sources call their records.</summary>
internal static class SourceIdentifiers
{
    /// <summary>Whether both are there and name one record of one source; the id of a partition is a UUID, in any case.</summary>
    public static bool IsSameAs(this SourceIdentifier? one, SourceIdentifier? other) =>
        one is not null
        && other is not null
        && one.Id == other.Id
        && one.DataPartitionId.Equals(other.DataPartitionId, StringComparison.OrdinalIgnoreCase);
}
