using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Surroundings;

/// <summary>The APIs around the longitudinal record (contract 7).</summary>
internal sealed class SurroundingRoutes
{
    private const string People = "/personnel/v1/personnel";
    private const string Groups = "/personnel/v1/personnel-groups";
    private const string Member = Groups + "/{id}/members/{personId}";

    public SurroundingRoutes(PatientRegistry patients, PersonnelDirectory personnel, int seed)
    {
        var organizations = new Organizations(patients.DataPartitions, seed);
        var consumers = new Consumers(patients, seed);
        var cohorts = new Cohorts(seed);
        var measures = new QualityMeasures(seed, patients.Horizon);
        var hccs = new Hccs(seed, patients.Horizon);
        All =
        [
            Personnel("GET", People, personnel.Personnel),
            Personnel("POST", People, personnel.CreatePersonAsync),
            Personnel("GET", People + "/{id}", personnel.Person),
            Personnel("PUT", People + "/{id}", personnel.ChangePersonAsync),
            Personnel("DELETE", People + "/{id}", personnel.RemovePersonAsync),
            Personnel("GET", Groups, personnel.Groups),
            Personnel("POST", Groups, personnel.CreateGroupAsync),
            Personnel("GET", Groups + "/{id}", personnel.Group),
            Personnel("PUT", Groups + "/{id}", personnel.ChangeGroupAsync),
            Personnel("DELETE", Groups + "/{id}", personnel.RemoveGroupAsync),
            Personnel("GET", Groups + "/{id}/members", personnel.Members),
            Personnel("GET", Member, personnel.Member),
            Personnel("PUT", Member, personnel.AddMemberAsync),
            Personnel("DELETE", Member, personnel.RemoveMemberAsync),
            Route(
                "organization",
                "organizations",
                "/organization/v1/organizations",
                organizations.All
            ) with
            {
                Assumed = true,
            },
            Route(
                "organization",
                "organizations",
                "/organization/v1/organizations/{id}",
                organizations.One
            ) with
            {
                Assumed = true,
            },
            Route(
                "organization",
                "locations",
                "/organization/v1/locations",
                organizations.Locations
            ) with
            {
                Assumed = true,
            },
            Route("consumer", "consumers", "/consumer/v1/consumers", consumers.All),
            Route("cohort", "algorithms", "/cohort/v1/algorithms", cohorts.Algorithms),
            Route(
                "cohort",
                "cohorts",
                "/cohort/v1/populations/{populationId}/cohorts",
                cohorts.All
            ) with
            {
                Assumed = true,
            },
            Route(
                "quality-measure",
                "measurement-periods",
                "/quality-measure/v1/measurement-periods",
                measures.Periods
            ) with
            {
                Assumed = true,
            },
            Route(
                "quality-measure",
                "recommendation-fields",
                "/quality-measure/v1/recommendation-fields",
                measures.RecommendationFields
            ) with
            {
                Assumed = true,
            },
            Route(
                "quality-measure",
                "parameters",
                "/quality-measure/v1/registries/{registryId}/libraries/{libraryId}/versioned-contents/{versionedContentId}/parameters",
                measures.Parameters
            ) with
            {
                Assumed = true,
            },
            Route(
                "hcc",
                "persistent-hccs",
                "/hcc/v1/pipelines/{pipelineId}/patients/{patientId}/persistent-hccs",
                hccs.Persistent
            ) with
            {
                Assumed = true,
            },
        ];
    }

    public IReadOnlyList<TenantRoute> All { get; }

    private static TenantRoute Route(
        string api,
        string resource,
        string template,
        Func<TenantCall, Answer> answer
    ) => new("GET", template, api, resource, call => new(answer(call)));

    private static TenantRoute Personnel(
        string method,
        string template,
        Func<TenantCall, Answer> answer
    ) => Personnel(method, template, call => new ValueTask<Answer>(answer(call)));

    private static TenantRoute Personnel(
        string method,
        string template,
        Func<TenantCall, ValueTask<Answer>> answer
    ) => new(method, template, "personnel", template.Split('/')[3], answer);
}
