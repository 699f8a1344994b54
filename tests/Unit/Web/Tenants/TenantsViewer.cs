using HeiChartViewer.Tests.Unit.Web.Launch.Signed;
using HeiChartViewer.Tests.Unit.Web.Launch.Smart;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Web.Tenants;

/// <summary>
/// The whole app before two tenants: the default is the south's, another the north's, where one of two hosts has a population
/// of its own.
/// </summary>
public class TenantsViewer : IAsyncLifetime
{
    public const string South = "south";
    public const string North = "north";
    public const string Clinic = "clinic";
    public const string Outpost = "outpost";
    public const string SouthPopulation = "11111111-0000-4000-8000-000000000001";
    public const string NorthPopulation = "22222222-0000-4000-8000-000000000002";
    public const string ClinicPopulation = "33333333-0000-4000-8000-000000000003";
    public const string NorthPartition = "5f0c2f0e-8a53-4b3c-9f0a-6f2f4f1d7c21";

    private const string Audience = "https://viewer.example.org/launch";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tenants-viewer-");
    private readonly Dictionary<string, HostKey> _keys = new()
    {
        [South] = HostKey.Ecdsa(South),
        [North] = HostKey.Ecdsa(North),
        [Clinic] = HostKey.Ecdsa(Clinic),
        [Outpost] = HostKey.Ecdsa(Outpost),
    };
    private WebApplication _app = default!;
    private int _count;

    /// <summary>What is configured otherwise.</summary>
    protected virtual Dictionary<string, string?> Changes => [];

    public HttpClient Http { get; private set; } = default!;

    public IServiceProvider Services => _app.Services;

    public ChartSessions Sessions => Services.GetRequiredService<ChartSessions>();

    internal AuditRecord Audit { get; } = new();

    internal FakeTenant SouthTenant { get; private set; } = default!;

    internal FakeTenant NorthTenant { get; private set; } = default!;

    public async Task InitializeAsync()
    {
        SouthTenant = await FakeTenant.StartAsync(South);
        NorthTenant = await FakeTenant.StartAsync(North);
        foreach (var (name, key) in _keys)
            await File.WriteAllTextAsync(KeyFile(name), HostKey.Set(key));
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(HeiChartViewer.Web.Program).Assembly.GetName().Name,
            }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(Settings());
        builder.Configuration.AddInMemoryCollection(Changes);
        var mode = new ViewerMode(null as Uri);
        builder.Services.KeepPatientsOut(mode);
        builder.AddViewer(mode);
        builder.Services.AddSingleton<IAuditLog>(Audit);
        _app = builder.Build();
        _app.UseViewer();
        await _app.StartAsync();
        Http = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }
        )
        {
            BaseAddress = new Uri(_app.Urls.First()),
        };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await SouthTenant.DisposeAsync();
        await NorthTenant.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public static string Issuer(string host) => $"https://{host}.example.org";

    public static string PartitionOf(string host) =>
        host == South ? Sample.Partition : NorthPartition;

    /// <summary>A launch of the same local id, signed by a host, but for what a test changes.</summary>
    internal Task<HttpResponseMessage> LaunchAsync(
        string host,
        Action<Dictionary<string, object>>? change = null,
        string? signedBy = null
    )
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer(host),
            ["aud"] = Audience,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 90,
            ["jti"] = $"launch-{Interlocked.Increment(ref _count)}",
            ["sub"] = "u-1",
            ["patient"] = "151579",
            ["data_partition"] = PartitionOf(host),
        };
        change?.Invoke(claims);
        return Http.GetAsync($"/launch?token={_keys[signedBy ?? host].Sign(claims)}");
    }

    /// <summary>The session of a chart that a launch led to.</summary>
    internal ChartSession Opened(HttpResponseMessage answer)
    {
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        return Sessions.Find(answer.Headers.Location!.OriginalString.Split('/')[2])!;
    }

    private string KeyFile(string host) => Path.Combine(_folder.FullName, $"{host}.json");

    private Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>
        {
            ["HealtheIntent:Tenant"] = South,
            ["HealtheIntent:BaseAddress"] = SouthTenant.Address.ToString(),
            ["HealtheIntent:PopulationId"] = SouthPopulation,
            ["HealtheIntent:Credential:BearerToken"] = SouthTenant.Token,
            ["Viewer:AuditDatabase"] = Path.Combine(_folder.FullName, "audit.db"),
            ["Viewer:DataPartitions:0:Id"] = Sample.Partition,
            ["Viewer:DataPartitions:0:Name"] = "St. Brigid",
            ["Viewer:FrameAncestors:0"] = "https://ehr.south.example.org",
            ["Viewer:LaunchesPerSecond"] = "1000",
            ["Tenants:north:HealtheIntent:Tenant"] = North,
            ["Tenants:north:HealtheIntent:BaseAddress"] = NorthTenant.Address.ToString(),
            ["Tenants:north:HealtheIntent:PopulationId"] = NorthPopulation,
            ["Tenants:north:HealtheIntent:Credential:BearerToken"] = NorthTenant.Token,
            ["Tenants:north:Viewer:DataPartitions:0:Id"] = NorthPartition,
            ["Tenants:north:Viewer:DataPartitions:0:Name"] = "Northern General",
            ["Tenants:north:Viewer:FrameAncestors:0"] = "https://ehr.north.example.org",
            ["Tenants:north:Viewer:Session:WarnAfter"] = "00:01:00",
            ["Tenants:north:Viewer:Session:LockAfter"] = "00:02:00",
            ["Tenants:north:Viewer:Session:EndAfter"] = "00:03:00",
            ["Tenants:north:Viewer:Session:Lifetime"] = "00:30:00",
            ["Launch:Signed:Audience"] = Audience,
            ["Launch:Signed:Issuers:north:OfTenant"] = North,
            ["Launch:Signed:Issuers:clinic:OfTenant"] = North,
            ["Launch:Signed:Issuers:outpost:OfTenant"] = North,
            ["Launch:Signed:Issuers:clinic:PopulationId"] = ClinicPopulation,
        };
        foreach (var host in _keys.Keys)
        {
            settings[$"Launch:Signed:Issuers:{host}:Issuer"] = Issuer(host);
            settings[$"Launch:Signed:Issuers:{host}:JwksFile"] = KeyFile(host);
            settings[$"Launch:Signed:Issuers:{host}:DataPartitions:0"] = PartitionOf(host);
        }
        return settings;
    }
}
