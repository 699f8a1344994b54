using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>Groups of patients by rule. The sensitive-data filters do not apply to them (contract 7).</summary>
[AssumedContract(
    "Cohorts are documented to be there (contract 7). Inferred are their path, per population, and their members, for no schema is published: those of the algorithm, and a reference to it.",
    Api = "cohort"
)]
public sealed class CohortApi
{
    private static readonly ApiOperation ListCohortAlgorithms = new(
        "cohort-algorithms.list",
        "cohort",
        HttpMethod.Get,
        "/cohort/v1/algorithms"
    );

    private static readonly ApiOperation ListCohorts = new(
        "cohorts.list",
        "cohort",
        HttpMethod.Get,
        "/cohort/v1/populations/{populationId}/cohorts"
    );

    private readonly ApiCaller _caller;
    private readonly Pager _pager;

    internal CohortApi(ApiCaller caller)
    {
        _caller = caller;
        _pager = new Pager(caller);
    }

    /// <summary>Lists the rules that make cohorts, page by page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<CohortAlgorithm>> ListAlgorithmsAsync(
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListCohortAlgorithms,
            ApiAddress.Of(ListCohortAlgorithms, _caller.Endpoints),
            query,
            HealtheIntentJson.Default.ListReplyCohortAlgorithm,
            cancellationToken
        );

    /// <summary>Lists the cohorts of a population, page by page.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long, or a number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<Cohort>> ListAsync(
        string populationId,
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListCohorts,
            ApiAddress.Of(ListCohorts, _caller.Endpoints, populationId),
            query,
            HealtheIntentJson.Default.ListReplyCohort,
            cancellationToken
        );
}
