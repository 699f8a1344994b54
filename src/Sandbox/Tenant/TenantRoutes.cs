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
            .. Records("patient", "demographics", chart => chart.Demographics),
            .. Records("allergy", "allergies", chart => chart.Allergies),
            .. Records("condition", "conditions", chart => chart.Conditions),
            .. Records("medication", "medications", chart => chart.Medications),
            .. Records("immunization", "immunizations", chart => chart.Immunizations),
            .. Records("procedure", "procedures", chart => chart.Procedures),
            .. Records("observation", "observations", chart => chart.Observations),
            .. Records("encounter", "encounters", chart => chart.Encounters),
            .. Records(
                "longitudinal-record",
                "document-references",
                chart => chart.DocumentReferences,
                assumedList: true
            ),
            .. Records(
                "longitudinal-record",
                "medication-dispenses",
                chart => chart.MedicationDispenses,
                assumedList: true
            ),
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
            new("GET", "/tenant/v1/tenant", "tenant", "tenant", _ => new(TenantDirectory.Tenant())),
        ];
    }

    public IReadOnlyList<TenantRoute> All { get; }

    private IEnumerable<TenantRoute> Records(
        string api,
        string plural,
        Func<Chart, RecordList> records,
        bool assumedList = false
    )
    {
        var template = $"/{api}/v1{Patient}/{plural}";
        yield return new TenantRoute(
            "GET",
            template,
            api,
            plural,
            call => new(_pages.Read(call, plural, records(call.Chart)))
        )
        {
            Assumed = assumedList,
            IsList = true,
        };
        yield return new TenantRoute(
            "GET",
            $"{template}/{{id}}",
            api,
            plural,
            call =>
                new(
                    records(call.Chart).Find(call.PathValue("id")) is { } record
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
