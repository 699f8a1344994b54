using System.Globalization;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Legacy;

/// <summary>Where the operations of HealtheRecord are, and what they are asked with (contract 4).</summary>
[AssumedContract(
    "Inferred, for nothing published says it: the names of the search's criteria and that they travel in the query; the path of the demographics, which samples of callers imply; that the lookup by POST answers as the one by GET (contract 4.2, 4.3, 4.4).",
    Api = "record"
)]
internal static class LegacyRecordContract
{
    private const string Population = "/populations/{population_id}";
    private const string Lookup = Population + "/data_partitions/{data_partition_id}/empi_lookup";

    public static readonly ApiOperation LookupByPost = Operation(
        "legacy.lookup",
        HttpMethod.Post,
        Lookup
    );

    public static readonly ApiOperation LookupByGet = Operation(
        "legacy.lookup-by-address",
        HttpMethod.Get,
        Lookup
    );

    public static readonly ApiOperation Search = Operation(
        "legacy.search",
        HttpMethod.Get,
        Population + "/people"
    );

    public static readonly ApiOperation Person = Operation(
        "legacy.person",
        HttpMethod.Get,
        Population + "/people/{person_id}"
    );

    public static string LookupPath(string populationId, string dataPartitionId) =>
        $"populations/{PathSegment.Of(populationId)}/data_partitions/{PathSegment.Of(dataPartitionId)}/empi_lookup";

    public static string PersonPath(string populationId, string personId) =>
        $"populations/{PathSegment.Of(populationId)}/people/{PathSegment.Of(personId)}";

    public static string CoverageQuery(string coverageType) =>
        $"?benefit_coverages.type={Escape(coverageType)}";

    public static string SearchPath(string populationId, LegacyPersonSearch criteria)
    {
        var query = new (string Name, string? Value)[]
        {
            ("name", criteria.Name),
            ("given_name", criteria.GivenName),
            ("family_name", criteria.FamilyName),
            (
                "date_of_birth",
                criteria.DateOfBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ),
            ("gender", criteria.Gender),
            ("alias", criteria.Alias),
            ("alias_system", criteria.AliasSystem),
            ("alias_type", criteria.AliasType),
        };
        var given = query
            .Where(member => member.Value is not null)
            .Select(member => $"{member.Name}={Escape(member.Value!)}")
            .ToList();
        var people = $"populations/{PathSegment.Of(populationId)}/people";
        return given.Count == 0 ? people : $"{people}?{string.Join('&', given)}";
    }

    /// <summary>A blank value is refused: left out, it would widen what is asked for to everybody.</summary>
    private static string Escape(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return Uri.EscapeDataString(value);
    }

    private static ApiOperation Operation(string name, HttpMethod method, string path) =>
        new(name, LegacySolution.Record, method, $"/{LegacySolution.Record}/api{path}");
}
