using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>Every operation of the client, asked for what the sandbox has.</summary>
internal static class SandboxOperations
{
    private const string Pipeline = "6c2d0d5e-6f6a-4d0b-8f0c-6a3f1f1e2b70";
    private static readonly SourceIdentifier Analisa = new(Wire.Partition, "151579");

    public static IReadOnlyList<SandboxOperation> All { get; } =
    [
        .. OfPatients(),
        .. OfRecords("Allergies", "allergy", client => client.Allergies),
        .. OfRecords("Conditions", "condition", client => client.Conditions),
        .. OfRecords("Medications", "medication", client => client.Medications),
        .. OfRecords("Immunizations", "immunization", client => client.Immunizations),
        .. OfRecords("Procedures", "procedure", client => client.Procedures),
        .. OfRecords("Observations", "observation", client => client.Observations),
        .. OfRecords("Encounters", "encounter", client => client.Encounters),
        .. OfRecords("Documents", "longitudinal-record", client => client.Documents),
        .. OfRecords(
            "MedicationDispenses",
            "longitudinal-record",
            client => client.MedicationDispenses
        ),
        new(
            "Documents.OpenBinaryAsync",
            "longitudinal-record",
            async client =>
                (await FirstAsync(client.Documents.ListAsync(Wire.Population, Wire.Patient)))
                    .Contents[0]
                    .Binary!
                    .Id,
            async (client, id) =>
            {
                await using var binary = await client.Documents.OpenBinaryAsync(
                    Wire.Population,
                    Wire.Patient,
                    id
                );
                using var read = new MemoryStream();
                await binary.Content.CopyToAsync(read);
                return (int)read.Length;
            }
        ),
        .. OfLegacy(),
        .. OfTheTenant(),
        .. OfPersonnel(),
    ];

    private static IEnumerable<SandboxOperation> OfPatients() =>
        [
            Asking(
                "Patients.LookupAsync",
                "patient",
                async client =>
                    await client.Patients.LookupAsync(Wire.Population, Analisa)
                        is PatientLookup.One { PatientId: Wire.Patient }
                        ? 1
                        : 0
            ),
            Asking(
                "Patients.LookupManyAsync",
                "patient",
                async client =>
                    (
                        await client.Patients.LookupManyAsync(
                            Wire.Population,
                            Wire.Partition,
                            [Analisa.Id, "770412"]
                        )
                    )
                        .Values.OfType<PatientLookup.One>()
                        .Count()
            ),
            Listing(
                "Patients.SearchAsync",
                "patient",
                client =>
                    client.Patients.SearchAsync(
                        Wire.Population,
                        new PatientSearch { Name = "Analisa" }
                    )
            ),
            Listing(
                "Patients.ListDemographicsAsync",
                "patient",
                client => client.Patients.ListDemographicsAsync(Wire.Population, Wire.Patient)
            ),
            Getting(
                "Patients.GetDemographicAsync",
                "patient",
                async client =>
                    (
                        await FirstAsync(
                            client.Patients.ListDemographicsAsync(Wire.Population, Wire.Patient)
                        )
                    ).Id,
                (client, id) =>
                    client.Patients.GetDemographicAsync(Wire.Population, Wire.Patient, id)
            ),
            Listing(
                "ChartSearch.SearchAsync",
                "chart-search",
                client =>
                    client.ChartSearch.SearchAsync(Wire.Population, Wire.Patient, new("metformin"))
            ),
            Listing(
                "Hccs.ListPersistentAsync",
                "hcc",
                client => client.Hccs.ListPersistentAsync(Pipeline, Wire.Patient)
            ),
            Listing(
                "Consumers.ListAsync",
                "consumer",
                client => client.Consumers.ListAsync(Analisa)
            ),
        ];

    private static IEnumerable<SandboxOperation> OfRecords<T>(
        string property,
        string api,
        Func<HealtheIntentClient, RecordApi<T>> records
    )
        where T : ClinicalRecord
    {
        return
        [
            Listing($"{property}.ListAsync", api, List),
            Getting(
                $"{property}.GetAsync",
                api,
                FindAsync,
                (client, id) => records(client).GetAsync(Wire.Population, Wire.Patient, id)
            ),
            Getting(
                $"{property}.GetAsReceivedAsync",
                api,
                FindAsync,
                (client, id) =>
                    records(client).GetAsReceivedAsync(Wire.Population, Wire.Patient, id)
            ),
        ];

        IAsyncEnumerable<Page<T>> List(HealtheIntentClient client) =>
            records(client).ListAsync(Wire.Population, Wire.Patient);

        async Task<string> FindAsync(HealtheIntentClient client) =>
            (await FirstAsync(List(client))).Id;
    }

    private static IEnumerable<SandboxOperation> OfLegacy() =>
        [
            Asking(
                "Legacy.LookupAsync",
                "record",
                async client =>
                    await client.Legacy.LookupAsync(Wire.Population, Analisa)
                    is LegacyPersonLookup.One
                        ? 1
                        : 0
            ),
            Asking(
                "Legacy.LookupByAddressAsync",
                "record",
                async client =>
                    await client.Legacy.LookupByAddressAsync(Wire.Population, Analisa)
                    is LegacyPersonLookup.One
                        ? 1
                        : 0
            ),
            Listing(
                "Legacy.SearchAsync",
                "record",
                client =>
                    client.Legacy.SearchAsync(
                        Wire.Population,
                        new LegacyPersonSearch { GivenName = "Analisa" }
                    )
            ),
            Asking(
                "Legacy.GetPersonAsync",
                "record",
                async client =>
                    (await client.Legacy.GetPersonAsync(Wire.Population, Wire.Patient))
                        .FamilyNames
                        .Count
            ),
            Asking(
                "Registries.GetAsync",
                "registries",
                async client =>
                    (await client.Registries.GetAsync(Wire.Population, Wire.Patient))!
                        .Programs
                        .Count
            ),
            Listing(
                "Registries.ListProgramsAsync",
                "registries",
                client => client.Registries.ListProgramsAsync(Wire.Population)
            ),
            Asking(
                "Registries.GetProviderRelationshipsAsync",
                "registries",
                async client =>
                    (
                        await client.Registries.GetProviderRelationshipsAsync(
                            Wire.Population,
                            Wire.Patient
                        )
                    ).Count
            ),
        ];

    private static IEnumerable<SandboxOperation> OfTheTenant() =>
        [
            Asking(
                "Tenant.GetAsync",
                "tenant",
                async client => (await client.Tenant.GetAsync()).Mnemonic is "sandbox" ? 1 : 0
            ),
            Listing(
                "QualityMeasures.ListMeasurementPeriodsAsync",
                "quality-measure",
                client => client.QualityMeasures.ListMeasurementPeriodsAsync()
            ),
            Listing(
                "QualityMeasures.ListRecommendationFieldsAsync",
                "quality-measure",
                client => client.QualityMeasures.ListRecommendationFieldsAsync()
            ),
            new(
                "QualityMeasures.ListParametersAsync",
                "quality-measure",
                async client =>
                    (await FirstAsync(client.Registries.ListProgramsAsync(Wire.Population))).Id!,
                (client, id) =>
                    CountAsync(client.QualityMeasures.ListParametersAsync(id, "sandbox", "1.0.0"))
            ),
            Listing(
                "Cohorts.ListAlgorithmsAsync",
                "cohort",
                client => client.Cohorts.ListAlgorithmsAsync()
            ),
            Listing(
                "Cohorts.ListAsync",
                "cohort",
                client => client.Cohorts.ListAsync(Wire.Population)
            ),
            Listing(
                "Organizations.ListAsync",
                "organization",
                client => client.Organizations.ListAsync()
            ),
            Getting(
                "Organizations.GetAsync",
                "organization",
                async client => (await FirstAsync(client.Organizations.ListAsync())).Id,
                (client, id) => client.Organizations.GetAsync(id)
            ),
            Listing(
                "Organizations.ListLocationsAsync",
                "organization",
                client => client.Organizations.ListLocationsAsync()
            ),
            Listing(
                "DataSources.ListAsync",
                "data-source",
                client => client.DataSources.ListAsync()
            ),
            Listing(
                "DataSources.ListPartitionsAsync",
                "data-source",
                client => client.DataSources.ListPartitionsAsync()
            ),
            Getting(
                "DataSources.GetPartitionAsync",
                "data-source",
                _ => Task.FromResult(Wire.Partition),
                (client, id) => client.DataSources.GetPartitionAsync(id)
            ),
        ];

    private static IEnumerable<SandboxOperation> OfPersonnel()
    {
        return
        [
            Listing("Personnel.ListAsync", "personnel", client => client.Personnel.ListAsync()),
            Getting(
                "Personnel.GetAsync",
                "personnel",
                async client => (await FirstAsync(client.Personnel.ListAsync())).Id,
                (client, id) => client.Personnel.GetAsync(id)
            ),
            Listing(
                "Personnel.ListGroupsAsync",
                "personnel",
                client => client.Personnel.ListGroupsAsync()
            ),
            new(
                "Personnel.ListMembersAsync",
                "personnel",
                FindGroupAsync,
                (client, id) => CountAsync(client.Personnel.ListMembersAsync(id))
            ),
            Getting(
                "Personnel.GetMemberAsync",
                "personnel",
                async client =>
                {
                    var group = await FindGroupAsync(client);
                    var member = await FirstAsync(client.Personnel.ListMembersAsync(group));
                    return $"{group} {member.Id}";
                },
                (client, both) =>
                    client.Personnel.GetMemberAsync(both.Split(' ')[0], both.Split(' ')[1])
            ),
        ];

        static async Task<string> FindGroupAsync(HealtheIntentClient client) =>
            (await FirstAsync(client.Personnel.ListGroupsAsync())).Id;
    }

    private static SandboxOperation Asking(
        string name,
        string api,
        Func<HealtheIntentClient, Task<int>> call
    ) => new(name, api, null, (client, _) => call(client));

    private static SandboxOperation Listing<T>(
        string name,
        string api,
        Func<HealtheIntentClient, IAsyncEnumerable<Page<T>>> list
    ) => Asking(name, api, client => CountAsync(list(client)));

    private static SandboxOperation Getting<T>(
        string name,
        string api,
        Func<HealtheIntentClient, Task<string>> find,
        Func<HealtheIntentClient, string, Task<T>> get
    )
        where T : class =>
        new(name, api, find, async (client, id) => await get(client, id) is null ? 0 : 1);

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<Page<T>> pages) =>
        (await pages.AllAsync()).Sum(page => page.Items.Count);

    private static async Task<T> FirstAsync<T>(IAsyncEnumerable<Page<T>> pages) =>
        await pages.ItemsAsync().FirstAsync();
}
