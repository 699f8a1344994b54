using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Json;
using HeiChartViewer.Tests.Unit.Client.Legacy;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>Every operation of the client. A new one is added here, for each test of them all.</summary>
internal static class Operations
{
    private const string Paging = "offset=0&limit=100";
    private const string Population = $"populations/{Wire.Population}";
    private const string Person = $"{Population}/people/{Wire.Patient}";
    private const string Record = "https://cernerdemo.record.us-1.healtheintent.com/api";
    private const string Registries = "https://cernerdemo.registries.us-1.healtheintent.com/api";

    private const string EmpiLookup =
        $"{Record}/{Population}/data_partitions/{Wire.Partition}/empi_lookup";

    private const string Empi =
        """{"response":{"fields":[{"field_name":"empi_person_id","field_value":"p"}],"error":{}}}""";

    private static readonly SourceIdentifier Source = new(Wire.Partition, "151579");

    public static IReadOnlyList<Operation> All { get; } =
    [
        .. OfPatients(),
        .. OfRecords(client => client.Allergies, "Allergies", "allergy", "allergies"),
        .. OfRecords(client => client.Conditions, "Conditions", "condition", "conditions"),
        .. OfRecords(client => client.Medications, "Medications", "medication", "medications"),
        .. OfRecords(
            client => client.Immunizations,
            "Immunizations",
            "immunization",
            "immunizations"
        ),
        .. OfRecords(client => client.Procedures, "Procedures", "procedure", "procedures"),
        .. OfRecords(client => client.Observations, "Observations", "observation", "observations"),
        .. OfRecords(client => client.Encounters, "Encounters", "encounter", "encounters"),
        .. OfRecords(
            client => client.Documents,
            "Documents",
            "longitudinal-record",
            "document-references",
            "document-reference"
        ),
        .. OfRecords(
            client => client.MedicationDispenses,
            "MedicationDispenses",
            "longitudinal-record",
            "medication-dispenses",
            "medication-dispense"
        ),
        OpenBinary(),
        .. OfLegacyRecord(),
        .. OfRegistries(),
        .. OfTheTenant(),
    ];

    private static IEnumerable<Operation> OfPatients() =>
        [
            new(
                "Patients.LookupAsync",
                $"{Wire.Host}/patient/v1/{Population}/patient-id-lookup?dataPartitionId={Wire.Partition}&sourcePersonId=151579",
                """{"items":[{"sourcePersonId":"151579","patient":{"id":"p"}}]}""",
                client => client.Patients.LookupAsync(Wire.Population, Source)
            )
            {
                Answers =
                [
                    HttpStatusCode.NoContent,
                    HttpStatusCode.NotFound,
                    HttpStatusCode.Conflict,
                ],
            },
            new(
                "Patients.LookupManyAsync",
                $"{Wire.Host}/patient/v1/{Population}/patient-id-lookup?dataPartitionId={Wire.Partition}&sourcePersonId=151579&sourcePersonId=2",
                """{"items":[{"sourcePersonId":"151579","patient":{"id":"p"}},{"sourcePersonId":"2","patient":{"id":"q"}}]}""",
                client =>
                    client.Patients.LookupManyAsync(
                        Wire.Population,
                        Wire.Partition,
                        ["151579", "2"]
                    )
            )
            {
                Answers =
                [
                    HttpStatusCode.NoContent,
                    HttpStatusCode.NotFound,
                    HttpStatusCode.Conflict,
                ],
            },
            new(
                "Patients.SearchAsync",
                $"{Wire.Host}/patient/v1/{Population}/patient-search?offset=0&limit=20",
                """{"items":[{"id":{"id":"p"}},{"id":"q"}],"totalResults":2,"lastLink":"https://x/"}""",
                client =>
                    client
                        .Patients.SearchAsync(Wire.Population, new PatientSearch { Name = "Doe" })
                        .AllAsync()
            )
            {
                Body = """{"name":"Doe"}""",
            },
            new(
                "Patients.ListDemographicsAsync",
                $"{Wire.PatientRoot("patient")}/demographics?limit=100",
                Page("demographics"),
                client =>
                    client.Patients.ListDemographicsAsync(Wire.Population, Wire.Patient).AllAsync()
            ),
            new(
                "Patients.GetDemographicAsync",
                $"{Wire.PatientRoot("patient")}/demographics/f00",
                Samples.All["demographics"],
                client => client.Patients.GetDemographicAsync(Wire.Population, Wire.Patient, "f00")
            ),
            new(
                "ChartSearch.SearchAsync",
                $"{Wire.PatientRoot("chart-search")}/search-results?query=pizza&offset=0&limit=20",
                Page("chart-search-hit"),
                client =>
                    client
                        .ChartSearch.SearchAsync(Wire.Population, Wire.Patient, new("pizza"))
                        .AllAsync()
            ),
            new(
                "Hccs.ListPersistentAsync",
                $"{Wire.Host}/hcc/v1/pipelines/a/patients/{Wire.Patient}/persistent-hccs?{Paging}",
                Page("persistent-hcc"),
                client => client.Hccs.ListPersistentAsync("a", Wire.Patient).AllAsync()
            ),
            new(
                "Consumers.ListAsync",
                $"{Wire.Host}/consumer/v1/consumers?sourceId=151579&dataPartitionId={Wire.Partition}&{Paging}",
                Page("consumer"),
                client => client.Consumers.ListAsync(Source).AllAsync()
            ),
        ];

    private static IEnumerable<Operation> OfRecords<T>(
        Func<HealtheIntentClient, RecordApi<T>> api,
        string property,
        string apiName,
        string path,
        string? kind = null
    )
        where T : ClinicalRecord
    {
        var list = $"{Wire.PatientRoot(apiName)}/{path}";
        kind ??= apiName;
        return
        [
            new(
                $"{property}.ListAsync",
                $"{list}?limit=100",
                Page(kind),
                client => api(client).ListAsync(Wire.Population, Wire.Patient).AllAsync()
            ),
            new(
                $"{property}.GetAsync",
                $"{list}/a%2Fb%20%3F%23%25",
                Samples.All[kind],
                client => api(client).GetAsync(Wire.Population, Wire.Patient, "a/b ?#%")
            ),
            new(
                $"{property}.GetAsReceivedAsync",
                $"{list}/a%2Fb%20%3F%23%25",
                Samples.All[kind],
                client => api(client).GetAsReceivedAsync(Wire.Population, Wire.Patient, "a/b ?#%")
            ),
        ];
    }

    private static Operation OpenBinary() =>
        new(
            "Documents.OpenBinaryAsync",
            $"{Wire.PatientRoot("longitudinal-record")}/binaries/a%2Fb",
            "%PDF-1.7",
            async client =>
            {
                await using var binary = await client.Documents.OpenBinaryAsync(
                    Wire.Population,
                    Wire.Patient,
                    "a/b",
                    "application/pdf"
                );
                await binary.Content.CopyToAsync(Stream.Null);
            }
        )
        {
            Accept = "application/pdf",
        };

    private static IEnumerable<Operation> OfLegacyRecord() =>
        [
            new(
                "Legacy.LookupAsync",
                EmpiLookup,
                Empi,
                client => client.Legacy.LookupAsync(Wire.Population, Source)
            )
            {
                Body = """{"id":"151579"}""",
                Answers = [HttpStatusCode.NoContent, HttpStatusCode.Conflict],
            },
            new(
                "Legacy.LookupByAddressAsync",
                $"{EmpiLookup}?id=151579",
                Empi,
                client => client.Legacy.LookupByAddressAsync(Wire.Population, Source)
            )
            {
                Answers = [HttpStatusCode.NoContent, HttpStatusCode.Conflict],
            },
            new(
                "Legacy.SearchAsync",
                $"{Record}/{Population}/people?family_name=Doe&date_of_birth=1911-01-25&{Paging}",
                $$"""{"persons":[{{LegacySamples.Person}}],"more_results":false,"total_results":1}""",
                client =>
                    client
                        .Legacy.SearchAsync(
                            Wire.Population,
                            new LegacyPersonSearch
                            {
                                FamilyName = "Doe",
                                DateOfBirth = new DateOnly(1911, 1, 25),
                            }
                        )
                        .AllAsync()
            )
            {
                Answers = [HttpStatusCode.NoContent],
            },
            new(
                "Legacy.GetPersonAsync",
                $"{Record}/{Population}/people/a2f6a16d?benefit_coverages.type=ENROLLMENT",
                LegacySamples.Person,
                client => client.Legacy.GetPersonAsync(Wire.Population, "a2f6a16d", "ENROLLMENT")
            ),
        ];

    private static IEnumerable<Operation> OfRegistries() =>
        [
            new(
                "Registries.GetAsync",
                $"{Registries}/{Person}/registries?measures_status_filter=due",
                LegacySamples.Registries,
                client =>
                    client.Registries.GetAsync(
                        Wire.Population,
                        Wire.Patient,
                        MeasureStatusFilter.Due
                    )
            )
            {
                Answers = [HttpStatusCode.NoContent],
            },
            new(
                "Registries.ListProgramsAsync",
                $"{Registries}/{Population}/programs?{Paging}",
                """{"programs":[{"id":"7","name":"Diabetes"}],"more_results":false,"total_results":1}""",
                client => client.Registries.ListProgramsAsync(Wire.Population).AllAsync()
            )
            {
                Answers = [HttpStatusCode.NoContent],
            },
            new(
                "Registries.GetProviderRelationshipsAsync",
                $"{Registries}/{Person}/provider_relationships/",
                $"[{LegacySamples.Relationship}]",
                client =>
                    client.Registries.GetProviderRelationshipsAsync(Wire.Population, Wire.Patient)
            )
            {
                Answers = [HttpStatusCode.NoContent],
            },
        ];

    private static IEnumerable<Operation> OfTheTenant() =>
        [
            new(
                "Tenant.GetAsync",
                $"{Wire.Host}/tenant/v1/tenant",
                Samples.All["tenant"],
                client => client.Tenant.GetAsync()
            ),
            new(
                "QualityMeasures.ListMeasurementPeriodsAsync",
                $"{Wire.Host}/quality-measure/v1/measurement-periods?{Paging}",
                Page("measurement-period"),
                client => client.QualityMeasures.ListMeasurementPeriodsAsync().AllAsync()
            ),
            new(
                "QualityMeasures.ListRecommendationFieldsAsync",
                $"{Wire.Host}/quality-measure/v1/recommendation-fields?{Paging}",
                Page("recommendation-field"),
                client => client.QualityMeasures.ListRecommendationFieldsAsync().AllAsync()
            ),
            new(
                "QualityMeasures.ListParametersAsync",
                $"{Wire.Host}/quality-measure/v1/registries/a/libraries/b/versioned-contents/c/parameters?{Paging}",
                Page("measure-parameter"),
                client => client.QualityMeasures.ListParametersAsync("a", "b", "c").AllAsync()
            ),
            new(
                "Cohorts.ListAlgorithmsAsync",
                $"{Wire.Host}/cohort/v1/algorithms?{Paging}",
                Page("cohort-algorithm"),
                client => client.Cohorts.ListAlgorithmsAsync().AllAsync()
            ),
            new(
                "Cohorts.ListAsync",
                $"{Wire.Host}/cohort/v1/{Population}/cohorts?{Paging}",
                Page("cohort"),
                client => client.Cohorts.ListAsync(Wire.Population).AllAsync()
            ),
            new(
                "Personnel.ListAsync",
                $"{Wire.Host}/personnel/v1/personnel?name=Jane&{Paging}",
                Page("personnel"),
                client =>
                    client.Personnel.ListAsync(new PersonnelFilter { Name = "Jane" }).AllAsync()
            ),
            new(
                "Personnel.GetAsync",
                $"{Wire.Host}/personnel/v1/personnel/a%2Fb",
                Samples.All["personnel"],
                client => client.Personnel.GetAsync("a/b")
            ),
            new(
                "Personnel.ListGroupsAsync",
                $"{Wire.Host}/personnel/v1/personnel-groups?{Paging}",
                Page("personnel-group"),
                client => client.Personnel.ListGroupsAsync().AllAsync()
            ),
            new(
                "Personnel.ListMembersAsync",
                $"{Wire.Host}/personnel/v1/personnel-groups/a/members?{Paging}",
                Page("personnel"),
                client => client.Personnel.ListMembersAsync("a").AllAsync()
            ),
            new(
                "Personnel.GetMemberAsync",
                $"{Wire.Host}/personnel/v1/personnel-groups/a/members/b",
                Samples.All["personnel"],
                client => client.Personnel.GetMemberAsync("a", "b")
            ),
            new(
                "Organizations.ListAsync",
                $"{Wire.Host}/organization/v1/organizations?{Paging}",
                Page("organization"),
                client => client.Organizations.ListAsync().AllAsync()
            ),
            new(
                "Organizations.GetAsync",
                $"{Wire.Host}/organization/v1/organizations/a",
                Samples.All["organization"],
                client => client.Organizations.GetAsync("a")
            ),
            new(
                "Organizations.ListLocationsAsync",
                $"{Wire.Host}/organization/v1/locations?{Paging}",
                Page("organization-location"),
                client => client.Organizations.ListLocationsAsync().AllAsync()
            ),
            new(
                "DataSources.ListAsync",
                $"{Wire.Host}/data-source/v1/data-sources?{Paging}",
                Page("data-source"),
                client => client.DataSources.ListAsync().AllAsync()
            ),
            new(
                "DataSources.ListPartitionsAsync",
                $"{Wire.Host}/data-source/v1/data-partitions?{Paging}",
                Page("data-partition"),
                client => client.DataSources.ListPartitionsAsync().AllAsync()
            ),
            new(
                "DataSources.GetPartitionAsync",
                $"{Wire.Host}/data-source/v1/data-partitions/{Wire.Partition}",
                Samples.All["data-partition"],
                client => client.DataSources.GetPartitionAsync(Wire.Partition)
            ),
        ];

    private static string Page(string kind) =>
        $$"""{"items":[{{Samples.All[kind]}}],"firstLink":"","nextLink":null,"totalResults":1}""";
}
