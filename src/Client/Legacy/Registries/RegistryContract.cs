using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Legacy;

/// <summary>Where the operations of HealtheRegistries are, and what they are asked with (contract 7).</summary>
[AssumedContract(
    "The paths are those of public samples of callers. Inferred: that the status filter is a member of the query, that programs come in a list of that name, and that the provider relationships are at this solution's host (contract 7) rather than at HealtheRecord's (contract 4.4).",
    Api = "registries"
)]
internal static class RegistryContract
{
    private const string Population = "/populations/{population_id}";

    public static readonly ApiOperation Registries = Operation(
        "registries.person",
        "/people/{person_id}/registries"
    );

    public static readonly ApiOperation Programs = Operation("registries.programs", "/programs");

    public static readonly ApiOperation ProviderRelationships = Operation(
        "registries.providers",
        "/people/{person_id}/provider_relationships/"
    );

    public static string RegistriesPath(
        string populationId,
        string personId,
        MeasureStatusFilter filter
    ) => $"{PersonPath(populationId, personId)}/registries{QueryOf(filter)}";

    public static string ProgramsPath(string populationId) =>
        $"populations/{PathSegment.Of(populationId)}/programs";

    public static string ProviderRelationshipsPath(string populationId, string personId) =>
        $"{PersonPath(populationId, personId)}/provider_relationships/";

    private static string PersonPath(string populationId, string personId) =>
        $"populations/{PathSegment.Of(populationId)}/people/{PathSegment.Of(personId)}";

    private static string QueryOf(MeasureStatusFilter filter) =>
        filter switch
        {
            MeasureStatusFilter.Unfiltered => "",
            MeasureStatusFilter.All => "?measures_status_filter=all",
            MeasureStatusFilter.NotAchieved => "?measures_status_filter=not_achieved",
            MeasureStatusFilter.Missing => "?measures_status_filter=missing",
            MeasureStatusFilter.Due => "?measures_status_filter=due",
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };

    private static ApiOperation Operation(string name, string path) =>
        new(
            name,
            LegacySolution.Registries,
            HttpMethod.Get,
            $"/{LegacySolution.Registries}/api{Population}{path}"
        );
}
