using System.Net;
using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Ehr;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HeiChartViewer.Sandbox;

/// <summary>A running sandbox: a tenant and an EHR on a listener of their own.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly EhrSettings _ehr;

    private SandboxServer(WebApplication app, EhrSettings ehr, Uri address)
    {
        _app = app;
        _ehr = ehr;
        BaseAddress = address;
    }

    /// <summary>Where the tenant's APIs are.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Where the demo EHR is.</summary>
    public Uri EhrAddress => new(BaseAddress, "ehr");

    /// <summary>The viewer that the EHR launches; it may become known only after the sandbox has started.</summary>
    public Uri AppUrl
    {
        get => _ehr.AppUrl;
        set => _ehr.AppUrl = value;
    }

    /// <summary>The data partitions, in a fixed order.</summary>
    public IReadOnlyList<Partition> DataPartitions => Partition.All;

    /// <summary>Starts a sandbox. It reads no configuration but its options, so that it can live in any process.</summary>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, new Uri(options.Urls)));
        builder.Logging.AddSimpleConsole();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        var ehr = new EhrSettings { AppUrl = options.AppUrl };
        builder.Services.AddRoutingCore();
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton(ehr);
        builder.Services.AddSingleton(new World(options.Seed, options.Patients));
        builder.Services.AddSingleton<Faults>();
        builder.Services.AddSingleton<RequestLog>();
        builder.Services.AddSingleton(TimeProvider.System);

        var app = builder.Build();
        app.UseRouting();
        app.UseMiddleware<TenantGate>();
        app.UseMiddleware<FaultInjection>();
        app.MapTenant();
        app.MapControl();
        app.MapEhr();
        await app.StartAsync(cancellationToken);
        return new SandboxServer(app, ehr, Address(app));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static void Listen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, Uri url)
    {
        kestrel.AddServerHeader = false;
        // "localhost" cannot take a free port on both loopback addresses at once.
        if (url.Port == 0 || url.Host != "localhost")
            kestrel.Listen(url.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(url.Host), url.Port);
        else
            kestrel.ListenLocalhost(url.Port);
    }

    /// <summary>Always by name: "localhost" is another site than the viewer's 127.0.0.1, as EHR and viewer are in real life.</summary>
    private static Uri Address(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        return new UriBuilder(addresses.Addresses.First()) { Host = "localhost" }.Uri;
    }
}
