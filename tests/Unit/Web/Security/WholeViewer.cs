using HeiChartViewer.Tests.Unit.Web.Launch.Smart;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Web.Security;

/// <summary>The whole app over HTTP, before a tenant that does not answer.</summary>
public class WholeViewer : IAsyncLifetime
{
    public const string Ancestor = "https://ehr.example.org";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whole-viewer-");
    private WebApplication _app = default!;

    public HttpClient Http { get; private set; } = default!;

    public IServiceProvider Services => _app.Services;

    /// <summary>The organisation's provider; null where anybody may pick a made-up user.</summary>
    protected virtual string? Provider => null;

    /// <summary>A session of its tenant that has just been opened, and is not kept yet.</summary>
    public ChartSession Session(ChartMode mode = ChartMode.Chart) =>
        Sample.Session(
            TimeProvider.System.GetUtcNow(),
            mode: mode,
            tenant: Services.GetRequiredService<ViewerTenants>().Default
        );

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(HeiChartViewer.Web.Program).Assembly.GetName().Name,
            }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["HealtheIntent:Tenant"] = "sandbox",
                ["HealtheIntent:BaseAddress"] = "http://localhost:1/",
                ["HealtheIntent:PopulationId"] = "1424e81d-8cea-4d6b-b140-d6630b684a58",
                ["HealtheIntent:Credential:BearerToken"] = "token",
                ["Viewer:AuditDatabase"] = Path.Combine(_folder.FullName, "audit.db"),
                ["Viewer:DataPartitions:0:Id"] = Sample.Partition,
                ["Viewer:DataPartitions:0:Name"] = "St. Brigid",
                ["Viewer:FrameAncestors:0"] = Ancestor,
                ["Viewer:LaunchesPerSecond"] = "1",
            }
        );
        if (Provider is not null)
            builder.Configuration.AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["SignIn:Oidc:Authority"] = Provider,
                    ["SignIn:Oidc:ClientId"] = "viewer",
                    ["SignIn:Oidc:Roles:coordinator:0"] = "care",
                }
            );
        var mode = new ViewerMode(new Uri("http://localhost:1/ehr"))
        {
            HasProvider = Provider is not null,
        };
        builder.Services.KeepPatientsOut(mode);
        builder.AddViewer(mode);
        builder.Services.AddSingleton<IAuditLog>(new AuditRecord());
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
        _folder.Delete(recursive: true);
    }
}
