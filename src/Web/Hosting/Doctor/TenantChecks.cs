using HealtheIntent.Client;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>What the tenant allows, asked with ids and names that nobody has.</summary>
/// <param name="client">The client with the configuration's credential.</param>
/// <param name="mnemonic">The tenant of the configuration; null where an address stands in its place.</param>
/// <param name="population">The population of the configuration.</param>
/// <param name="partitions">The data partitions of the configuration.</param>
/// <param name="further">The populations that issuers name for themselves, by the key that does.</param>
internal sealed class TenantChecks(
    HealtheIntentClient client,
    string? mnemonic,
    string population,
    IReadOnlyList<DataPartitionOptions> partitions,
    IReadOnlyDictionary<string, string> further
)
{
    private const string Credential = "Credential";
    private const string Population = "Population";
    private const string Identity = "Tenant's name";

    private static readonly PatientSearch MadeUp = new() { Name = "Zzyzxquorl" };

    private readonly GrantChecks _grants = new(client, population);
    private readonly PartitionChecks _partitions = new(client, population, partitions);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        var error = await SearchAsync(population, cancellation);
        var credential = CredentialOf(error);
        if (credential.Outcome is Outcome.Fails)
            return
            [
                credential,
                .. Finding.NotTried(
                    "there is no credential",
                    [Identity, "Population and grants", .. _partitions.Names]
                ),
            ];

        List<Finding> found =
        [
            credential,
            await IdentityAsync(cancellation),
            PopulationOf(error, Population, "HealtheIntent:PopulationId"),
            .. await FurtherAsync(cancellation),
            .. await _grants.RunAsync(cancellation),
        ];
        // In a population that is not there, every lookup finds nobody, and proves nothing.
        found.AddRange(
            error is NotFoundException
                ? Finding.NotTried("there is no population", _partitions.Names)
                : await _partitions.RunAsync(cancellation)
        );
        return found;
    }

    private static Finding CredentialOf(HealtheIntentException? error) =>
        error switch
        {
            null or NotGrantedException or NotFoundException or InvalidRequestException =>
                Finding.Works(Credential, "read, and accepted"),
            UnauthorizedException refused => Finding.Of(Credential, refused),
            _ => Finding.Unknown(Credential, "the tenant did not say"),
        };

    private Task<HealtheIntentException?> SearchAsync(
        string among,
        CancellationToken cancellation
    ) =>
        Attempt.OfAsync(() =>
            client
                .Patients.SearchAsync(among, MadeUp, new OffsetQuery { Limit = 1 }, cancellation)
                .FirstAsync(cancellation)
                .AsTask()
        );

    private async Task<IReadOnlyList<Finding>> FurtherAsync(CancellationToken cancellation) =>
        await Task.WhenAll(
            further.Select(async one =>
                PopulationOf(
                    await SearchAsync(one.Value, cancellation),
                    $"{Population} of {one.Key}",
                    one.Key
                )
            )
        );

    private static Finding PopulationOf(HealtheIntentException? error, string check, string key) =>
        error switch
        {
            null => Finding.Works(check, "known; a search for nobody is answered"),
            NotFoundException or InvalidRequestException => Finding.Fails(
                check,
                $"not known to the tenant. {error.Message}",
                Menders.Key(key)
            ),
            _ => Finding.Of(check, error),
        };

    private async Task<Finding> IdentityAsync(CancellationToken cancellation)
    {
        try
        {
            var tenant = await client.Tenant.GetAsync(cancellation);
            var name = $"{tenant.Mnemonic} ({tenant.Name}), {tenant.Status?.State ?? "no status"}";
            return
                mnemonic is null
                || string.Equals(tenant.Mnemonic, mnemonic, StringComparison.OrdinalIgnoreCase)
                ? Finding.Works(Identity, name)
                : Finding.Fails(
                    Identity,
                    $"it is {name}, and not {mnemonic}",
                    Menders.Key("HealtheIntent:Tenant")
                );
        }
        catch (HealtheIntentException error)
        {
            return Finding.Of(Identity, error) with { Outcome = Outcome.Unneeded };
        }
    }
}
