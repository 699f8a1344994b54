using HealtheIntent.Client;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>What the tenant allows, asked with ids and names that nobody has.</summary>
internal sealed class TenantChecks(
    HealtheIntentClient client,
    string population,
    IReadOnlyList<DataPartitionOptions> partitions
)
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";
    private const string Credential = "Credential";

    private static readonly PatientSearch MadeUp = new() { Name = "Zzyzxquorl" };

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        var search = await TryAsync(() =>
            client.Patients.SearchAsync(population, MadeUp, 0, 1, cancellation)
        );
        var credential = search.Error switch
        {
            null or NotGrantedException or NotFoundException or InvalidRequestException =>
                Finding.Works(Credential, "read, and accepted"),
            UnauthorizedException refused => Finding.Of(Credential, refused),
            _ => Finding.Unknown(Credential, "the tenant did not say"),
        };
        if (credential.Outcome is Outcome.Fails)
            return
            [
                credential,
                .. Finding.NotTried(
                    "there is no credential",
                    ["Population and grants", .. partitions.Select(CheckOf)]
                ),
            ];

        var found = new List<Finding> { credential, PopulationOf(search.Error) };
        found.AddRange(await Task.WhenAll(Grants(cancellation)));
        // In a population that is not there, every lookup finds nobody, and proves nothing.
        if (search.Error is NotFoundException)
            return
            [
                .. found,
                .. Finding.NotTried("there is no population", partitions.Select(CheckOf)),
            ];
        found.AddRange(
            await Task.WhenAll(partitions.Select((one, i) => PartitionAsync(one, i, cancellation)))
        );
        return found;
    }

    private static Finding PopulationOf(HealtheIntentException? error) =>
        error switch
        {
            null => Finding.Works("Population", "known; a search for nobody is answered"),
            NotFoundException or InvalidRequestException => Finding.Fails(
                "Population",
                $"not known to the tenant. {error.Message}",
                Menders.Key("HealtheIntent:PopulationId")
            ),
            _ => Finding.Of("Population", error),
        };

    private IEnumerable<Task<Finding>> Grants(CancellationToken cancellation) =>
        [
            GrantAsync(
                "patient",
                client.Patients.ListDemographicsAsync(population, Nobody, cancellation)
            ),
            GrantAsync(client.Allergies, cancellation),
            GrantAsync(client.Conditions, cancellation),
            GrantAsync(client.Medications, cancellation),
            GrantAsync(client.Immunizations, cancellation),
            GrantAsync(client.Procedures, cancellation),
            GrantAsync(client.Observations, cancellation),
            GrantAsync(client.Encounters, cancellation),
            GrantAsync(client.Documents, cancellation),
        ];

    private Task<Finding> GrantAsync<T>(RecordApi<T> records, CancellationToken cancellation)
        where T : ClinicalRecord =>
        GrantAsync(
            records.Kind.ApiName,
            records.ListAsync(population, Nobody, cancellationToken: cancellation)
        );

    /// <summary>A tenant that has looked for the patient has let the account in.</summary>
    private static async Task<Finding> GrantAsync<T>(string api, IAsyncEnumerable<Page<T>> list)
    {
        var check = $"Grant of {api}";
        var (_, error) = await TryAsync(async () => await list.FirstOrDefaultAsync());
        return error is null or NotFoundException
            ? Finding.Works(check, "granted")
            : Finding.Of(check, error);
    }

    private async Task<Finding> PartitionAsync(
        DataPartitionOptions partition,
        int index,
        CancellationToken cancellation
    )
    {
        var check = CheckOf(partition);
        var (_, error) = await TryAsync(() =>
            client.Patients.LookupAsync(
                population,
                new SourceIdentifier(partition.Id, Nobody),
                cancellation
            )
        );
        return error switch
        {
            // Contract 3.1 does not say how an unknown partition differs from an unknown person.
            null => Finding.Works(
                check,
                "a lookup of nobody is answered; only a real person proves the ID"
            ),
            InvalidRequestException => Finding.Fails(
                check,
                $"not known to the tenant. {error.Message}",
                Menders.Key($"Viewer:DataPartitions:{index}:Id")
            ),
            _ => Finding.Of(check, error),
        };
    }

    private static string CheckOf(DataPartitionOptions partition) =>
        $"Data partition {partition.Name}";

    private static async Task<(T? Value, HealtheIntentException? Error)> TryAsync<T>(
        Func<Task<T>> call
    )
    {
        try
        {
            return (await call(), null);
        }
        catch (HealtheIntentException error)
        {
            return (default, error);
        }
    }
}
