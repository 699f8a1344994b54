using System.Net;
using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Ehr;
using HeiChartViewer.Sandbox.Fhir;
using HeiChartViewer.Sandbox.Legacy;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Search;
using HeiChartViewer.Sandbox.Smart;
using HeiChartViewer.Sandbox.Surroundings;
using HeiChartViewer.Sandbox.Tenant;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HeiChartViewer.Sandbox;

/// <summary>
/// A running sandbox: a HealtheIntent tenant and an EHR over real HTTP, independent of the process it
/// is hosted in.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AppLink _link;

    private SandboxServer(WebApplication app, AppLink link, SmartAddresses addresses)
    {
        (_app, _link) = (app, link);
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        BaseAddress = Public(new Uri(address));
        addresses.Origin = BaseAddress.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Where the sandbox answers.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Where the EHR's worklist is.</summary>
    public Uri EhrAddress => new(BaseAddress, "ehr");

    /// <summary>The base of the EHR's FHIR server, which is also the issuer of its SMART launches.</summary>
    public Uri FhirAddress => new(BaseAddress, SmartAddresses.BasePath);

    /// <summary>The issuer of the launches that the EHR signs.</summary>
    public string SignedLaunchIssuer => EhrAddress.ToString();

    /// <summary>Where the EHR publishes the keys that it signs launches with.</summary>
    public Uri SignedLaunchKeys => new(BaseAddress, "ehr/launch-keys");

    /// <summary>The source that the EHR is: the patients of its FHIR server are in this one.</summary>
    public DataPartition SmartDataPartition =>
        _app.Services.GetRequiredService<Worklist>().Hospital;

    /// <summary>The mnemonic of the tenant.</summary>
    public string Tenant => _app.Services.GetRequiredService<SandboxOptions>().Tenant;

    /// <summary>Every operation there is, by its method and path template.</summary>
    internal IReadOnlyList<(string Method, string Template)> Operations =>
        [
            .. _app
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .SelectMany(endpoint =>
                    (
                        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
                    ).Select(method => (method, endpoint.RoutePattern.RawText!))
                ),
        ];

    /// <summary>The sources of the records.</summary>
    public IReadOnlyList<DataPartition> DataPartitions =>
        _app.Services.GetRequiredService<PatientRegistry>().DataPartitions;

    /// <summary>Where the chart viewer is, for the frame of the EHR.</summary>
    public Uri AppUrl
    {
        get => _link.AppUrl;
        set => _link.AppUrl = value;
    }

    /// <summary>Grows the population and starts to listen.</summary>
    /// <exception cref="SandboxOptionsException">The options, or the population file they name, are wrong.</exception>
    public static Task<SandboxServer> StartAsync(
        SandboxOptions options,
        CancellationToken cancellationToken = default
    ) => StartAsync(options, TimeProvider.System, cancellationToken);

    /// <summary>Starts with a clock of the caller's, which launches and tokens end by, and perhaps without a socket.</summary>
    internal static async Task<SandboxServer> StartAsync(
        SandboxOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken,
        IServer? server = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validate() is { Count: > 0 } errors)
            throw new SandboxOptionsException(errors);

        var link = new AppLink { AppUrl = new Uri(options.AppUrl) };
        var addresses = new SmartAddresses();
        var app = Build(options, link, addresses, clock, server);
        try
        {
            await app.StartAsync(cancellationToken);
            return new SandboxServer(app, link, addresses);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(
        SandboxOptions options,
        AppLink link,
        SmartAddresses addresses,
        TimeProvider clock,
        IServer? server
    )
    {
        // Nothing of the process around it: no entry assembly, content root, environment or settings file.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(SandboxServer).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            }
        );
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls([.. options.Urls.Split(';').Select(Bindable)]);
        if (server is not null)
            builder.Services.Replace(ServiceDescriptor.Singleton(server));
        // The process around it decides when to stop.
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, GuestLifetime>());
        builder.Services.AddRoutingCore();
        builder.Services.AddRazorComponents();

        var patients = new PatientRegistry(TenantPopulation.From(options), options.Seed);
        var worklist = new Worklist(patients);
        AddControl(builder.Services);
        AddCredentials(builder.Services);
        AddEhr(
            builder.Services,
            options,
            link,
            addresses,
            new OffsetClock(clock),
            patients,
            worklist
        );

        var app = builder.Build();
        var stamp = app.Services.GetRequiredService<AnswerStamp>();
        app.Use(next => http => stamp.ServeAsync(http, next));
        app.UseRouting();
        var gate = app.Services.GetRequiredService<TenantGate>();
        var routes = Routes(options, patients, app.Services).ToArray();
        foreach (var route in routes)
            app.MapMethods(
                route.Template,
                [route.Method],
                (RequestDelegate)(http => gate.ServeAsync(http, route))
            );
        foreach (var api in routes.Select(route => route.Template.Split('/')[1]).Distinct())
        {
            var unknown = $"/{api}/{{**path}}";
            app.Map(unknown, (RequestDelegate)(http => gate.ServeUnknownAsync(http, unknown)));
        }
        app.Services.GetRequiredService<ControlEndpoints>().Map(app);
        app.Services.GetRequiredService<EventEndpoints>().Map(app);
        app.Services.GetRequiredService<AccountEndpoints>().Map(app);
        app.Services.GetRequiredService<SmartControl>().Map(app);
        app.Services.GetRequiredService<EhrEndpoints>().Map(app);
        app.Services.GetRequiredService<SmartEndpoints>().Map(app);
        app.Services.GetRequiredService<FhirEndpoints>().Map(app);
        app.MapFallback(
            "{**path}",
            (RequestDelegate)(http => Answer.NotFound("path").SendAsync(http))
        );
        return app;
    }

    private static IEnumerable<TenantRoute> Routes(
        SandboxOptions options,
        PatientRegistry patients,
        IServiceProvider services
    )
    {
        var search = new PatientSearch(patients);
        return
        [
            .. new TenantRoutes(
                new RecordPage(new CursorSigner(options.Seed)),
                new PatientIdLookup(patients),
                search,
                new ChartSearch(),
                new TenantDirectory(patients, options.Tenant)
            ).All,
            .. new SurroundingRoutes(
                patients,
                services.GetRequiredService<PersonnelDirectory>(),
                options.Seed
            ).All,
            .. new LegacyRoutes(patients, search).All,
        ];
    }

    private static void AddControl(IServiceCollection services) =>
        services
            .AddSingleton<FaultBox>()
            .AddSingleton<Throttle>()
            .AddSingleton<RequestLog>()
            .AddSingleton<RecordChanges>()
            .AddSingleton<SensitiveFilter>()
            .AddSingleton<ScenarioRun>()
            .AddSingleton<ControlEndpoints>()
            .AddSingleton<EventEndpoints>()
            .AddSingleton<SmartControl>()
            .AddSingleton<VisibleCharts>()
            .AddSingleton<TenantGate>()
            .AddSingleton<AnswerStamp>();

    private static void AddCredentials(IServiceCollection services) =>
        services
            .AddSingleton<SystemAccounts>()
            .AddSingleton<OAuthConduct>()
            .AddSingleton<OAuthForm>()
            .AddSingleton<OAuthKeys>()
            .AddSingleton<OAuthTokens>()
            .AddSingleton<SignedRequests>()
            .AddSingleton<RequestAuthenticator>()
            .AddSingleton<TokenService>()
            .AddSingleton<KeyService>()
            .AddSingleton<AccountEndpoints>();

    private static void AddEhr(
        IServiceCollection services,
        SandboxOptions options,
        AppLink link,
        SmartAddresses addresses,
        OffsetClock clock,
        PatientRegistry patients,
        Worklist worklist
    ) =>
        services
            .AddSingleton(options)
            .AddSingleton(link)
            .AddSingleton(addresses)
            .AddSingleton(clock)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(patients)
            .AddSingleton(new PersonnelDirectory(patients.DataPartitions, options.Seed))
            .AddSingleton(worklist)
            .AddSingleton<EhrSessions>()
            .AddSingleton<SignIn>()
            .AddSingleton<SignedLaunch>()
            .AddSingleton<EhrPages>()
            .AddSingleton<EhrEndpoints>()
            .AddSingleton<SmartClients>()
            .AddSingleton<SmartStores>()
            .AddSingleton<SmartConduct>()
            .AddSingleton<SigningKey>()
            .AddSingleton<SmartDiscovery>()
            .AddSingleton(_ => new HttpClient { Timeout = TimeSpan.FromSeconds(5) })
            .AddSingleton<ClientAuthentication>()
            .AddSingleton<AuthorizeEndpoint>()
            .AddSingleton<TokenAnswer>()
            .AddSingleton<TokenEndpoint>()
            .AddSingleton<TokenCare>()
            .AddSingleton<SmartEndpoints>()
            .AddSingleton<FhirResources>()
            .AddSingleton<FhirEndpoints>();

    // Kestrel cannot take a free port on the name localhost, which stands for two addresses.
    private static string Bindable(string url)
    {
        var uri = new Uri(url);
        return uri is { Port: 0, Host: "localhost" } ? "http://127.0.0.1:0" : url;
    }

    // The name, not the number: the viewer at 127.0.0.1 is then another site, as in real life.
    private static Uri Public(Uri bound) =>
        IPAddress.TryParse(bound.Host.Trim('[', ']'), out var address)
        && IPAddress.IsLoopback(address)
            ? new UriBuilder(bound) { Host = "localhost" }.Uri
            : bound;
}
