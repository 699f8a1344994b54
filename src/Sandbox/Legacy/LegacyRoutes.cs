using System.Globalization;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Registries;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Legacy;

/// <summary>
/// HealtheRecord and HealtheRegistries. A tenant has a host for each; here they share one, under a path of their own
/// (contract 1.2, 4, 7).
/// </summary>
internal sealed class LegacyRoutes
{
    private const string Record = "/legacy/record/api/populations/{populationId}";
    private const string Registries = "/legacy/registries/api/populations/{populationId}";
    private const string Lookup = Record + "/data_partitions/{dataPartitionId}/empi_lookup";
    private const string Person = "/people/{patientId}";

    public LegacyRoutes(PatientRegistry patients, PatientSearch search)
    {
        var lookup = new EmpiLookup(patients);
        var people = new PeopleSearch(search);
        var registries = new RegistryAnswers(patients);
        All =
        [
            Route("GET", Lookup, "record", "empi_lookup", call => new(lookup.Find(call))),
            Route("POST", Lookup, "record", "empi_lookup", lookup.FindByBodyAsync),
            Route(
                "GET",
                Record + "/people",
                "record",
                "people",
                call => new(people.Find(call))
            ) with
            {
                Assumed = true,
            },
            Route(
                "POST",
                Record + "/people/search",
                "record",
                "people",
                people.FindByBodyAsync
            ) with
            {
                Assumed = true,
            },
            Route(
                "GET",
                Record + Person,
                "record",
                "people",
                call => new(Answer.Of(LegacyPerson.Whole(call.Identity!, CoverageType(call))))
            ) with
            {
                Assumed = true,
            },
            .. LegacyRecords.Lists.Select(list =>
                Route(
                    "GET",
                    $"{Record}{Person}/{list.Name}",
                    "record",
                    list.Name,
                    call => new(LegacyRecords.List(call, list.Name, list.Of(call.Chart)))
                ) with
                {
                    Assumed = true,
                }
            ),
            Route(
                "GET",
                Registries + "/programs",
                "registries",
                "programs",
                call => new(RegistryAnswers.Programs(call))
            ),
            Route(
                "GET",
                $"{Registries}{Person}/registries",
                "registries",
                "registries",
                call => new(registries.Person(call))
            ),
            Route(
                "GET",
                $"{Registries}{Person}/provider_relationships",
                "registries",
                "provider_relationships",
                call => new(RegistryAnswers.ProviderRelationships(call))
            ),
        ];
    }

    public IReadOnlyList<TenantRoute> All { get; }

    private static TenantRoute Route(
        string method,
        string template,
        string api,
        string resource,
        Func<TenantCall, ValueTask<Answer>> handle
    ) =>
        new(
            method,
            template,
            api,
            resource,
            call =>
            {
                Stamp(call.Http.Response.Headers);
                return handle(call);
            }
        )
        {
            Missing = _ => LegacyAnswer.NotFound,
        };

    private static string? CoverageType(TenantCall call) =>
        call.Query["benefit_coverages.type"] is [{ } type] ? type : null;

    /// <summary>What a real answer carried (contract 4.6).</summary>
    private static void Stamp(IHeaderDictionary headers)
    {
        headers.CacheControl = "max-age=0, private, must-revalidate";
        headers["X-Request-Id"] = headers[AnswerStamp.CorrelationHeader];
        headers["X-Runtime"] = 0.01.ToString("F6", CultureInfo.InvariantCulture);
        headers.XFrameOptions = "SAMEORIGIN";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
    }
}
