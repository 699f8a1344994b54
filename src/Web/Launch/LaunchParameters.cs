using HealtheIntent.Client;
using Microsoft.AspNetCore.Http;

namespace HeiChartViewer.Web.Launch;

/// <summary>Reads the plain launch parameters: either a local patient in a known partition, or why not.</summary>
public static class LaunchParameters
{
    /// <summary>The query key of the local patient id.</summary>
    public const string PersonId = "personId";

    /// <summary>The query key of the data partition.</summary>
    public const string DataPartitionId = "dataPartitionId";

    /// <summary>Reads a launch's query. A doubled key is refused, never "last wins" (control 19).</summary>
    /// <param name="query">The query as it arrived; keys match in any case, as Millennium writes them.</param>
    /// <param name="partitions">The data partitions of this deployment.</param>
    public static LaunchReading Read(IQueryCollection query, DataPartitions partitions)
    {
        var person = query[PersonId];
        if (person.Count > 1)
            return LaunchRefusals.PersonIdDoubled;
        if (string.IsNullOrWhiteSpace(person.ToString()))
            return LaunchRefusals.PersonIdMissing;
        if (IsPlaceholder(person.ToString()))
            return LaunchRefusals.PersonIdNotFilledIn;
        if (LocalPersonId.Normalise(person.ToString()) is not { } personId)
            return LaunchRefusals.PersonIdImplausible;

        var partition = query[DataPartitionId];
        if (partition.Count > 1)
            return LaunchRefusals.PartitionDoubled;
        if (string.IsNullOrWhiteSpace(partition.ToString()))
            return LaunchRefusals.PartitionMissing;
        if (!Guid.TryParseExact(Carets.TakenOff(partition.ToString()), "D", out var partitionId))
            return LaunchRefusals.PartitionImplausible;
        if (partitions.Find(partitionId.ToString("D")) is not { } known)
            return LaunchRefusals.PartitionUnknown;

        return new SourceIdentifier(known.Id, personId);
    }

    /// <summary>PowerChart replaces <c>$PAT_PersonId$</c> before it navigates; a token that is still there was not replaced.</summary>
    private static bool IsPlaceholder(string text) =>
        text.Contains('$', StringComparison.Ordinal)
        || text.Contains('{', StringComparison.Ordinal);
}
