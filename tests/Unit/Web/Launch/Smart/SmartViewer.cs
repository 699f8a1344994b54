using HeiChartViewer.Sandbox;
using HeiChartViewer.Tests.Unit.Sandbox;
using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>The viewer's launches over HTTP, before the EHR of a sandbox.</summary>
internal sealed class SmartViewer : IAsyncDisposable
{
    public const string Issuer = "Launch:Smart:Issuers:0";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private SmartViewer(WebApplication app, DirectoryInfo folder, AuditRecord audit, LogRecord log)
    {
        (_app, _folder, Audit, Log) = (app, folder, audit, log);
        Http = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }
        )
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public HttpClient Http { get; }

    public AuditRecord Audit { get; }

    public LogRecord Log { get; }

    public IServiceProvider Services => _app.Services;

    public ChartSessions Sessions => Services.GetRequiredService<ChartSessions>();

    public SmartAuthority Authority => Services.GetRequiredService<SmartAuthority>();

    /// <summary>Starts the viewer as a public client of the EHR, but for what a test changes.</summary>
    public static async Task<SmartViewer> StartAsync(
        SmartHost ehr,
        params (string Key, string? Value)[] changes
    )
    {
        var folder = Directory.CreateTempSubdirectory("smart-viewer-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var (audit, log) = (new AuditRecord(), new LogRecord());
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(log);
        builder.Configuration.AddInMemoryCollection(Settings(ehr, folder.FullName));
        builder.Configuration.AddInMemoryCollection(
            changes.ToDictionary(change => change.Key, change => change.Value)
        );
        var mode = new ViewerMode(ehr.Server.EhrAddress);
        builder.Services.KeepPatientsOut(mode);
        builder.AddViewer(mode);
        builder.Services.AddSingleton<TimeProvider>(ehr.Clock);
        builder.Services.AddSingleton<IAuditLog>(audit);
        var app = builder.Build();
        app.UseStatusPagesInWords();
        app.MapLaunch();
        await app.StartAsync();
        ehr.Server.AppUrl = new Uri(app.Urls.First());
        return new SmartViewer(app, folder, audit, log);
    }

    /// <summary>The session of a chart that a launch led to.</summary>
    public ChartSession Opened(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location!.OriginalString;
        Assert.StartsWith("/chart/", location, StringComparison.Ordinal);
        return Sessions.Find(location.Split('/')[2])!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static Dictionary<string, string?> Settings(SmartHost ehr, string folder) =>
        new()
        {
            ["HealtheIntent:Tenant"] = "sandbox",
            ["HealtheIntent:BaseAddress"] = ehr.Server.BaseAddress.ToString(),
            ["HealtheIntent:PopulationId"] = SandboxOptions.PopulationId,
            ["HealtheIntent:Credential:BearerToken"] = SandboxOptions.BearerToken,
            // Long, so that a grant ends for no other reason than its own.
            ["Viewer:Session:WarnAfter"] = "10:00:00",
            ["Viewer:Session:LockAfter"] = "11:00:00",
            ["Viewer:Session:EndAfter"] = "12:00:00",
            ["Viewer:DataPartitions:0:Id"] = SandboxHost.StBrigid,
            ["Viewer:DataPartitions:0:Name"] = "St. Brigid",
            ["Viewer:AuditDatabase"] = Path.Combine(folder, "audit.db"),
            [$"{Issuer}:Issuer"] = ehr.Fhir,
            [$"{Issuer}:ClientId"] = "hei-chart-viewer",
            [$"{Issuer}:DataPartitionId"] = SandboxHost.StBrigid,
        };
}
