using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Contract;

/// <summary>
/// Every operation that the contract knows (contract 10 item 2, and 7), with its evidence: assumed is what no page
/// documents and no working caller shows. The server's own list of routes is held against this one.
/// </summary>
internal static class TenantOperations
{
    private const string V1Patient = "/populations/{populationId}/patients/{patientId}";
    private const string Record = "/legacy/record/api/populations/{populationId}";
    private const string Person = Record + "/people/{patientId}";
    private const string Registries = "/legacy/registries/api/populations/{populationId}";
    private const string Lookup = Record + "/data_partitions/{dataPartitionId}/empi_lookup";
    private const string Personnel = "/personnel/v1/personnel";
    private const string Groups = "/personnel/v1/personnel-groups";
    private const string Member = Groups + "/{id}/members/{personId}";

    public static readonly IReadOnlyList<TenantOperation> All =
    [
        Read("/patient/v1/populations/{populationId}/patient-id-lookup") with
        {
            Query = $"?dataPartitionId={SandboxHost.StBrigid}&sourcePersonId=151579",
        },
        new("POST", "/patient/v1/populations/{populationId}/patient-search", false)
        {
            Body = """{"name":"a"}""",
        },
        .. SandboxHost.Lists.SelectMany(list => Lists(list.Api, list.Plural)),
        Assumed($"/longitudinal-record/v1{V1Patient}/binaries/{{id}}") with
        {
            IdsFrom = $"/longitudinal-record/v1{V1Patient}/document-references",
        },
        Assumed($"/chart-search/v1{V1Patient}/search-results") with
        {
            Query = "?query=blood",
        },
        Assumed("/data-source/v1/data-partitions"),
        Assumed("/data-source/v1/data-partitions/{id}") with
        {
            IdsFrom = "/data-source/v1/data-partitions",
        },
        Read("/data-source/v1/data-sources"),
        Read("/data-ingestion/v1/data-sources"),
        Read("/tenant/v1/tenant"),
        Read(Lookup) with
        {
            Query = "?id=151579",
        },
        new("POST", Lookup, false) { Body = """{"id":"151579"}""" },
        Assumed(Record + "/people"),
        new("POST", Record + "/people/search", true) { Body = """{"name":"a"}""" },
        Assumed(Person),
        .. (
            (string[])["allergies", "conditions", "medications", "procedures", "vaccinations"]
        ).Select(list => Assumed($"{Person}/{list}")),
        Read(Registries + "/programs"),
        Read(Registries + "/people/{patientId}/registries"),
        Read(Registries + "/people/{patientId}/provider_relationships"),
        Read(Personnel),
        new("POST", Personnel, false)
        {
            Body = """{"name":{"given":"Ada","family":"Quill"}}""",
            Status = 201,
        },
        Read(Personnel + "/{id}") with
        {
            IdsFrom = Personnel,
        },
        new("PUT", Personnel + "/{id}", false)
        {
            Body = """{"name":{"given":"Ida","family":"Quill"}}""",
            IdsFrom = Personnel,
        },
        Read(Groups),
        new("POST", Groups, false) { Body = """{"name":"Ward"}""", Status = 201 },
        Read(Groups + "/{id}") with
        {
            IdsFrom = Groups,
        },
        new("PUT", Groups + "/{id}", false) { Body = """{"name":"Wards"}""", IdsFrom = Groups },
        Read(Groups + "/{id}/members") with
        {
            IdsFrom = Groups,
        },
        new("PUT", Member, false) { IdsFrom = Groups },
        Read(Member) with
        {
            IdsFrom = Groups,
        },
        new("DELETE", Member, false) { IdsFrom = Groups },
        new("DELETE", Personnel + "/{id}", false) { IdsFrom = Personnel },
        new("DELETE", Groups + "/{id}", false) { IdsFrom = Groups },
        Assumed("/organization/v1/organizations"),
        Assumed("/organization/v1/organizations/{id}") with
        {
            IdsFrom = "/organization/v1/organizations",
        },
        Assumed("/organization/v1/locations"),
        Read("/consumer/v1/consumers"),
        Read("/cohort/v1/algorithms"),
        Assumed("/cohort/v1/populations/{populationId}/cohorts"),
        Assumed("/quality-measure/v1/measurement-periods"),
        Assumed("/quality-measure/v1/recommendation-fields"),
        Assumed(
            "/quality-measure/v1/registries/{registryId}/libraries/{libraryId}/versioned-contents/{versionedContentId}/parameters"
        ),
        Assumed("/hcc/v1/pipelines/{pipelineId}/patients/{patientId}/persistent-hccs"),
    ];

    /// <summary>The path of an operation for a patient, its ids learned by asking.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="patientId">Whom it is asked about, if it is about one.</param>
    /// <param name="get">Asks for a path.</param>
    /// <returns>The path with its query; null where the patient has nothing that it could be asked for.</returns>
    public static async Task<string?> PathAsync(
        this TenantOperation operation,
        string patientId,
        Func<string, Task<JsonElement>> get
    )
    {
        var path = Fill(operation.Template, patientId);
        if (operation.IdsFrom is { } list)
        {
            var page = await get(Fill(list, patientId));
            if (IdIn(page, operation.Template) is not { } id)
                return null;
            path = path.Replace("{id}", id, StringComparison.Ordinal);
            if (path.Contains("{personId}", StringComparison.Ordinal))
                path = path.Replace(
                    "{personId}",
                    IdIn(await get(Personnel), Personnel)!,
                    StringComparison.Ordinal
                );
        }
        return path + operation.Query;
    }

    public static string Fill(string template, string patientId) =>
        template
            .Replace("{populationId}", SandboxHost.Population, StringComparison.Ordinal)
            .Replace("{patientId}", patientId, StringComparison.Ordinal)
            .Replace("{dataPartitionId}", SandboxHost.StBrigid, StringComparison.Ordinal)
            .Replace(
                "{pipelineId}",
                "6c2d0d5e-6f6a-4d0b-8f0c-6a3f1f1e2b70",
                StringComparison.Ordinal
            )
            .Replace("{registryId}", "diabetes", StringComparison.Ordinal)
            .Replace("{libraryId}", "sandbox", StringComparison.Ordinal)
            .Replace("{versionedContentId}", "1.0.0", StringComparison.Ordinal);

    private static string? IdIn(JsonElement page, string template)
    {
        var items = page.GetProperty("items").EnumerateArray();
        return template.Contains("/binaries/", StringComparison.Ordinal)
            ? items
                .SelectMany(item => item.GetProperty("contents").EnumerateArray())
                .Select(content => content.Member("binary")?.Text("id"))
                .FirstOrDefault(id => id is not null)
            : items.Select(item => item.Text("id")).FirstOrDefault();
    }

    private static IEnumerable<TenantOperation> Lists(string api, string plural)
    {
        var template = $"/{api}/v1{V1Patient}/{plural}";
        // Of this API the pages document the single reads alone.
        yield return new("GET", template, Assumed: api == "longitudinal-record");
        yield return Read(template + "/{id}") with
        {
            IdsFrom = template,
        };
    }

    private static TenantOperation Read(string template) => new("GET", template, false);

    private static TenantOperation Assumed(string template) => new("GET", template, true);
}
