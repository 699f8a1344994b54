using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>
/// Searches one patient's chart, past and current visits: clinical concepts with what is related to them, and words
/// (contract 5). The platform ranks; the hits come in its order.
/// </summary>
[AssumedContract(
    "What the search does is documented, how it is asked is not (contract 5): path, parameters and paging follow the other v1 APIs that page by offset, and the members of a hit are inferred.",
    Api = "chart-search"
)]
public sealed class ChartSearchApi
{
    private static readonly ApiOperation Search = new(
        "chart.search",
        "chart-search",
        HttpMethod.Get,
        "/chart-search/v1/populations/{populationId}/patients/{patientId}/search-results"
    );

    private readonly ApiCaller _caller;
    private readonly Pager _pager;

    internal ChartSearchApi(ApiCaller caller)
    {
        _caller = caller;
        _pager = new Pager(caller);
    }

    /// <summary>
    /// Searches a patient's chart, page by page. What the words were understood as stays under <c>concepts</c> in
    /// <see cref="Page{T}.Additional"/>.
    /// </summary>
    /// <exception cref="ArgumentException">An ID is blank or too long, no word is given, or a number is out of range; nothing was sent.</exception>
    /// <exception cref="NotFoundException">The patient does not exist.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<ChartSearchHit>> SearchAsync(
        string populationId,
        string patientId,
        ChartSearchRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return _pager.ListAsync(
            Search,
            ApiAddress
                .Of(Search, _caller.Endpoints, populationId, patientId)
                .With("query", request.Words),
            request.Page,
            HealtheIntentJson.Default.ListReplyChartSearchHit,
            cancellationToken
        );
    }
}
