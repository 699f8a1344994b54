using HealtheIntent.Client;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>Which APIs the tenant has granted to the system account, each asked for what nobody has.</summary>
internal sealed class GrantChecks(HealtheIntentClient client, string population)
{
    public const string Nobody = "00000000-0000-4000-8000-000000000000";

    private static readonly OffsetQuery One = new() { Limit = 1 };

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation) =>
        await Task.WhenAll([.. OfCharts(cancellation), .. OfTheRest(cancellation)]);

    /// <summary>What a chart is read from: without one of them it has a gap.</summary>
    private IEnumerable<Task<Finding>> OfCharts(CancellationToken cancellation) =>
        [
            OfListAsync(
                "patient",
                client.Patients.ListDemographicsAsync(
                    population,
                    Nobody,
                    cancellationToken: cancellation
                )
            ),
            OfRecordsAsync(client.Allergies, cancellation),
            OfRecordsAsync(client.Conditions, cancellation),
            OfRecordsAsync(client.Medications, cancellation),
            OfRecordsAsync(client.Immunizations, cancellation),
            OfRecordsAsync(client.Procedures, cancellation),
            OfRecordsAsync(client.Observations, cancellation),
            OfRecordsAsync(client.Encounters, cancellation),
            OfRecordsAsync(client.Documents, cancellation),
            OfRecordsAsync(client.MedicationDispenses, cancellation),
            OfListAsync(
                "chart-search",
                client.ChartSearch.SearchAsync(population, Nobody, new("pain"), cancellation)
            ),
            OfAsync(
                "registries (legacy)",
                () => client.Registries.GetAsync(population, Nobody, default, cancellation)
            ),
        ];

    /// <summary>What the client reads too, and no chart needs.</summary>
    private IEnumerable<Task<Finding>> OfTheRest(CancellationToken cancellation)
    {
        var source = new SourceIdentifier(Nobody, Nobody);
        return new[]
        {
            OfListAsync("hcc", client.Hccs.ListPersistentAsync(Nobody, Nobody, One, cancellation)),
            OfListAsync(
                "quality-measure",
                client.QualityMeasures.ListMeasurementPeriodsAsync(One, cancellation)
            ),
            OfListAsync("cohort", client.Cohorts.ListAlgorithmsAsync(One, cancellation)),
            OfListAsync("consumer", client.Consumers.ListAsync(source, One, cancellation)),
            OfListAsync("personnel", client.Personnel.ListAsync(null, One, cancellation)),
            OfListAsync("organization", client.Organizations.ListAsync(One, cancellation)),
            OfListAsync("data-source", client.DataSources.ListAsync(One, cancellation)),
            OfAsync(
                "record (legacy)",
                () => client.Legacy.GetPersonAsync(population, Nobody, null, cancellation)
            ),
        }.Select(UnneededAsync);
    }

    private Task<Finding> OfRecordsAsync<T>(RecordApi<T> records, CancellationToken cancellation)
        where T : ClinicalRecord
    {
        var (api, path) = (records.Kind.ApiName, records.Kind.Path);
        // Granted by API and by resource (contract 2.1), where an API has several.
        return OfListAsync(
            api is "longitudinal-record" ? $"{api}, {path}" : api,
            records.ListAsync(population, Nobody, cancellationToken: cancellation)
        );
    }

    private static Task<Finding> OfListAsync<T>(string api, IAsyncEnumerable<Page<T>> list) =>
        OfAsync(api, async () => await list.FirstOrDefaultAsync());

    /// <summary>A tenant that has looked for the patient has let the account in.</summary>
    private static async Task<Finding> OfAsync<T>(string api, Func<Task<T>> call)
    {
        var check = $"Grant of {api}";
        var error = await Attempt.OfAsync(call);
        return error is null or NotFoundException
            ? Finding.Works(check, "granted")
            : Finding.Of(check, error);
    }

    private static async Task<Finding> UnneededAsync(Task<Finding> check)
    {
        var finding = await check;
        return finding.Outcome is Outcome.Fails
            ? finding with
            {
                Outcome = Outcome.Unneeded,
            }
            : finding;
    }
}
