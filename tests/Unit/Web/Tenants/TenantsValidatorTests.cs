using HeiChartViewer.Tests.Unit.Web.Security;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Tenants;

/// <summary>What is wrong with the tenants is said at the start, all at once and by its keys.</summary>
public sealed class TenantsValidatorTests
{
    private const string Other = "5f0c2f0e-8a53-4b3c-9f0a-6f2f4f1d7c21";

    /// <summary>A second tenant that one issuer names.</summary>
    private static readonly Dictionary<string, string> North = new()
    {
        ["Tenants:north:HealtheIntent:BaseAddress"] = "https://north.example.org/",
        ["Tenants:north:HealtheIntent:PopulationId"] = "north",
        ["Tenants:north:HealtheIntent:Credential:BearerToken"] = "another",
        ["Tenants:north:Viewer:DataPartitions:0:Id"] = Other,
        ["Tenants:north:Viewer:DataPartitions:0:Name"] = "Northern General",
        ["Launch:Signed:Audience"] = "https://viewer.example.org/launch",
        ["Launch:Signed:Issuers:north:Issuer"] = "https://north.example.org",
        ["Launch:Signed:Issuers:north:JwksFile"] = "keys.json",
        ["Launch:Signed:Issuers:north:DataPartitions:0"] = Other,
        ["Launch:Signed:Issuers:north:OfTenant"] = "North",
    };

    [Fact]
    public async Task Two_sound_tenants_start() => Assert.Empty(await ErrorsAsync());

    [Fact]
    public async Task Everything_is_said_at_once()
    {
        var errors = await ErrorsAsync(
            ("Tenants:north:HealtheIntent:PopulationId", ""),
            ("Tenants:north:Viewer:TimeZone", "Nowhere"),
            ("Tenants:north:Viewer:Session:LockAfter", "00:00:01"),
            ("Tenants:north:Viewer:Session:CircuitsPerUser", "3"),
            ("Tenants:north:Viewer:AuditRetention", "3.00:00:00"),
            ("Tenants:north:Launch", "x"),
            ("Tenants:south:HealtheIntent:Tenant", "south"),
            ("Tenants:default:HealtheIntent:Tenant", "other"),
            ("Launch:Signed:Issuers:north:PopulationId", " "),
            ("Launch:Signed:Issuers:west:Issuer", "https://west.example.org"),
            ("Launch:Signed:Issuers:west:JwksFile", "keys.json"),
            ("Launch:Signed:Issuers:west:DataPartitions:0", Sample.Partition),
            ("Launch:Signed:Issuers:west:OfTenant", "west"),
            ("SignIn:Oidc:OfTenant", "east")
        );

        foreach (
            var key in new[]
            {
                "Tenants:north:HealtheIntent:PopulationId is missing",
                "Tenants:north:Viewer:TimeZone ",
                "Tenants:north:Viewer:Session:LockAfter ",
                "Tenants:north:Viewer:Session:CircuitsPerUser is not a tenant's own",
                "Tenants:north:Viewer:AuditRetention is not a tenant's own",
                "Tenants:north:Launch is not a tenant's",
                "Tenants:south is reached by nobody",
                "Tenants:south:Viewer:DataPartitions is empty",
                "Tenants:default has the name",
                "Launch:Signed:Issuers:north:PopulationId is blank",
                "Launch:Signed:Issuers:west:OfTenant is west",
                "SignIn:Oidc:OfTenant is east",
            }
        )
            Assert.Contains(errors, error => error.StartsWith(key, StringComparison.Ordinal));
    }

    /// <summary>One wrong word must not look a local id up among other people.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("north")]
    public async Task An_issuer_that_names_the_wrong_tenant_does_not_start(string tenant)
    {
        var errors = await ErrorsAsync(
            ("Launch:Signed:Issuers:north:OfTenant", tenant),
            (
                "Launch:Signed:Issuers:north:DataPartitions:0",
                tenant == "" ? Other : Sample.Partition
            ),
            ("SignIn:Oidc:OfTenant", "north")
        );

        Assert.StartsWith(
            "Launch:Signed:Issuers:north:DataPartitions has",
            Assert.Single(errors),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("https://north.example.org/", "north", true)]
    [InlineData("https://hospital.example.org/", "1424e81d-8cea-4d6b-b140-d6630b684a58", true)]
    [InlineData("https://hospital.example.org", "north", false)]
    public async Task A_data_partition_is_of_one_tenant_and_there_of_one_population_for_each_section(
        string address,
        string population,
        bool isRefused
    )
    {
        var errors = await ErrorsAsync(
            ("Tenants:north:HealtheIntent:BaseAddress", address),
            ("Tenants:north:HealtheIntent:PopulationId", population),
            ("Tenants:north:Viewer:DataPartitions:1:Id", Sample.Partition.ToUpperInvariant()),
            ("Tenants:north:Viewer:DataPartitions:1:Name", "St. Brigid")
        );

        Assert.Equal(
            isRefused ? 1 : 0,
            errors.Count(error => error.Contains(" both have ", default))
        );
    }

    [Fact]
    public async Task Sections_of_one_population_with_data_partitions_of_their_own_are_fine() =>
        Assert.Empty(
            await ErrorsAsync(
                ("Tenants:north:HealtheIntent:BaseAddress", "https://hospital.example.org/"),
                ("Tenants:north:HealtheIntent:PopulationId", "1424e81d-8cea-4d6b-b140-d6630b684a58")
            )
        );

    private static async Task<IReadOnlyList<string>> ErrorsAsync(
        params (string Key, string Value)[] changes
    )
    {
        var settings = new Dictionary<string, string>(North);
        foreach (var (key, value) in changes)
            settings[key] = value;
        await using var app = LiveViewer.Build(
            new ViewerMode(null as Uri) { HasProvider = true },
            [.. settings.Select(setting => (setting.Key, setting.Value))]
        );
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException error)
        {
            return [.. error.Failures];
        }
        catch (AggregateException errors)
        {
            return
            [
                .. errors.InnerExceptions.SelectMany(error =>
                    ((OptionsValidationException)error).Failures
                ),
            ];
        }
    }
}
