using HeiChartViewer.Sandbox;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Tests.Unit.Sandbox;
using HeiChartViewer.Tests.Unit.Web.Launch.Smart;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Signed;

/// <summary>The viewer's launches over HTTP, before a tenant of a sandbox and a host that signs.</summary>
public sealed class SignedViewer : IAsyncLifetime
{
    public const string Issuer = "https://host.example.org";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signed-viewer-");
    private SandboxServer _sandbox = default!;
    private WebApplication _app = default!;
    private string _address = "http://127.0.0.1:0";
    private int _count;

    internal HostKey Key { get; } = HostKey.Ecdsa("first");

    internal SkippingTimeProvider Clock { get; } = new();

    internal AuditRecord Audit { get; } = new();

    public HttpClient Http { get; private set; } = default!;

    public ChartSessions Sessions => Services.GetRequiredService<ChartSessions>();

    public IServiceProvider Services => _app.Services;

    public string KeyFile => Path.Combine(_folder.FullName, "keys.json");

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(KeyFile, HostKey.Set(Key));
        _sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://localhost:0", Patients = 4 },
            CancellationToken.None
        );
        await StartAsync();
    }

    /// <summary>Ends the viewer and starts it again on the same files.</summary>
    public async Task RestartAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>A launch that is right in everything, but for what a test changes.</summary>
    internal Dictionary<string, object> Claims(Action<Dictionary<string, object>>? change = null)
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = new Uri(Http.BaseAddress!, "/launch").ToString(),
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 90,
            ["jti"] = $"launch-{Interlocked.Increment(ref _count)}",
            ["sub"] = "u-1",
            ["name"] = "Dr. Ward",
            ["patient"] = "151579",
            ["data_partition"] = SandboxHost.StBrigid,
            ["purpose_of_use"] = "TREAT",
        };
        change?.Invoke(claims);
        return claims;
    }

    internal Task<HttpResponseMessage> LaunchAsync(Action<Dictionary<string, object>> change) =>
        LaunchAsync(Key.Sign(Claims(change)));

    internal Task<HttpResponseMessage> LaunchAsync(string token) =>
        Http.GetAsync($"/launch?token={Uri.EscapeDataString(token)}");

    /// <summary>The session of a chart that a launch led to.</summary>
    internal ChartSession Opened(HttpResponseMessage answer)
    {
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        return Sessions.Find(answer.Headers.Location!.OriginalString.Split('/')[2])!;
    }

    private async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(_address);
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["HealtheIntent:Tenant"] = "sandbox",
                ["HealtheIntent:BaseAddress"] = _sandbox.BaseAddress.ToString(),
                ["HealtheIntent:PopulationId"] = SandboxOptions.PopulationId,
                ["HealtheIntent:Credential:BearerToken"] = SandboxOptions.BearerToken,
                // Each refusal moves the clock; no call may run out of time by that.
                ["HealtheIntent:Resilience:AttemptTimeout"] = "00:30:00",
                ["HealtheIntent:Resilience:TotalTimeout"] = "01:00:00",
                ["Viewer:AuditDatabase"] = Path.Combine(_folder.FullName, "audit.db"),
                ["Viewer:DataPartitions:0:Id"] = SandboxHost.StBrigid,
                ["Viewer:DataPartitions:0:Name"] = "St. Brigid",
                ["Viewer:DataPartitions:1:Id"] = "5f0c2f0e-8a53-4b3c-9f0a-6f2f4f1d7c21",
                ["Viewer:DataPartitions:1:Name"] = "Eastside",
                ["Launch:Signed:Issuers:host:Issuer"] = Issuer,
                ["Launch:Signed:Issuers:host:JwksFile"] = KeyFile,
                ["Launch:Signed:Issuers:host:DataPartitions:0"] = SandboxHost.StBrigid,
                ["Launch:Signed:Issuers:clinic:Issuer"] = "https://clinic.example.org",
                ["Launch:Signed:Issuers:clinic:JwksFile"] = Path.Combine(_folder.FullName, "none"),
                ["Launch:Signed:Issuers:clinic:DataPartitions:0"] =
                    "5f0c2f0e-8a53-4b3c-9f0a-6f2f4f1d7c21",
            }
        );
        var mode = new ViewerMode(_sandbox.EhrAddress);
        builder.Services.KeepPatientsOut(mode);
        builder.AddViewer(mode);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IAuditLog>(Audit);
        _app = builder.Build();
        _app.UseStatusPagesInWords();
        _app.MapLaunch();
        await _app.StartAsync();
        // Launches are meant for this address, and are so after a restart.
        _address = _app.Urls.First();
        Http = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }
        )
        {
            BaseAddress = new Uri(_app.Urls.First()),
        };
    }
}
