using HealtheIntent.Client;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>What the tenant allows, asked with ids and names that nobody has.</summary>
/// <param name="client">The client with the configuration's credential.</param>
/// <param name="mnemonic">The tenant of the configuration; null where an address stands in its place.</param>
/// <param name="population">The population of the configuration.</param>
/// <param name="partitions">The data partitions of the configuration.</param>
internal sealed class TenantChecks(
    HealtheIntentClient client,
    string? mnemonic,
    string population,
    IReadOnlyList<DataPartitionOptions> partitions
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
        var error = await Attempt.OfAsync(() =>
            client
                .Patients.SearchAsync(
                    population,
                    MadeUp,
                    new OffsetQuery { Limit = 1 },
                    cancellation
                )
                .FirstAsync(cancellation)
                .AsTask()
        );
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
            PopulationOf(error),
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

    private static Finding PopulationOf(HealtheIntentException? error) =>
        error switch
        {
            null => Finding.Works(Population, "known; a search for nobody is answered"),
            NotFoundException or InvalidRequestException => Finding.Fails(
                Population,
                $"not known to the tenant. {error.Message}",
                Menders.Key("HealtheIntent:PopulationId")
            ),
            _ => Finding.Of(Population, error),
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
