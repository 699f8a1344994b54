using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Search;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>Every operation of the tenant (contract 3, 6, 7).</summary>
internal sealed class TenantRoutes
{
    private const string Patient = "/populations/{populationId}/patients/{patientId}";

    private readonly RecordPage _pages;

    public TenantRoutes(
        RecordPage pages,
        PatientIdLookup lookup,
        PatientSearch search,
        ChartSearch chartSearch,
        TenantDirectory directory
    )
    {
        _pages = pages;
        All =
        [
            new(
                "GET",
                "/patient/v1/populations/{populationId}/patient-id-lookup",
                "patient",
                "patient-id-lookup",
                call => new(lookup.Find(call))
            ),
            new(
                "POST",
                "/patient/v1/populations/{populationId}/patient-search",
                "patient",
                "patient-search",
                search.AnswerAsync
            ),
            .. ChartLists.All.SelectMany(Records),
            new(
                "GET",
                $"/longitudinal-record/v1{Patient}/binaries/{{id}}",
                "longitudinal-record",
                "binaries",
                call => new(Binary(call))
            )
            {
                Assumed = true,
            },
            new(
                "GET",
                $"/chart-search/v1{Patient}/search-results",
                "chart-search",
                "search-results",
                call => new(chartSearch.Find(call))
            )
            {
                Assumed = true,
            },
            new(
                "GET",
                "/data-source/v1/data-partitions",
                "data-source",
                "data-partitions",
                call => new(directory.DataPartitions(call))
            )
            {
                Assumed = true,
            },
            new(
                "GET",
                "/data-source/v1/data-partitions/{id}",
                "data-source",
                "data-partitions",
                call => new(directory.DataPartition(call.PathValue("id")))
            )
            {
                Assumed = true,
            },
            new(
                "GET",
                "/data-source/v1/data-sources",
                "data-source",
                "data-sources",
                call => new(directory.DataSources(call))
            ),
            new(
                "GET",
                "/data-ingestion/v1/data-sources",
                "data-ingestion",
                "data-sources",
                call => new(directory.DataSources(call))
            ),
            new(
                "GET",
                "/tenant/v1/tenant",
                "tenant",
                "tenant",
                call => new(directory.Tenant(call))
            ),
        ];
    }

    public IReadOnlyList<TenantRoute> All { get; }

    private IEnumerable<TenantRoute> Records(ChartList list)
    {
        var template = $"/{list.Api}/v1{Patient}/{list.Resource}";
        yield return new TenantRoute(
            "GET",
            template,
            list.Api,
            list.Resource,
            call => new(_pages.Read(call, list.Resource, list.Of(call.Chart)))
        )
        {
            // Of this API only the single reads are documented (contract 6.9).
            Assumed = list.Api == "longitudinal-record",
            IsList = true,
        };
        yield return new TenantRoute(
            "GET",
            $"{template}/{{id}}",
            list.Api,
            list.Resource,
            call =>
                new(
                    list.Of(call.Chart).Find(call.PathValue("id")) is { } record
                        ? Answer.Ok(record.Json)
                        : Answer.NotFound("id")
                )
        );
    }

    private static Answer Binary(TenantCall call) =>
        call.Chart.Binaries.TryGetValue(call.PathValue("id"), out var binary)
            ? new Answer(StatusCodes.Status200OK, binary.ContentType, [binary.Bytes])
            : Answer.NotFound("id");
}
