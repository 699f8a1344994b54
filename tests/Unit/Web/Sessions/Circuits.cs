using System.Security.Claims;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Sessions;

/// <summary>Circuits as the viewer makes them, without a browser: a scope each, with a store of its own.</summary>
internal sealed class Circuits : IDisposable
{
    private readonly ServiceProvider _services;

    public Circuits(
        Func<ChartSession, CancellationToken, IAsyncEnumerable<Page<Allergy>>> read,
        CircuitOptions? limits = null
    )
    {
        var options = Options.Create(limits ?? new CircuitOptions());
        Sessions = new ChartSessions(Clock);
        Open = new OpenCircuits(options);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Sessions)
            .AddSingleton(Sample.Glass(Sessions))
            .AddSingleton(Open)
            .AddSingleton<IAuditLog>(Audit)
            .AddSingleton<SectionAhead<Allergy>>()
            .AddSingleton(Sample.Clients())
            .AddSingleton<PatientResolver>()
            .AddSingleton(
                new SectionDefinition<Allergy>
                {
                    Api = "allergy",
                    View = ChartView.Allergies,
                    Read = read,
                    PatientOf = allergy => allergy.Patient?.Id,
                }
            )
            .AddSingleton(options)
            .AddSingleton(Options.Create(new ViewerOptions()))
            .AddSingleton<CircuitConnections>()
            .AddScoped<AuthenticationStateProvider, NobodySignedIn>()
            .AddScoped<ChartCircuit>()
            .AddFlux(store =>
                store
                    .AddFeature<ChartFeature>()
                    .AddReducers(typeof(ChartReducers))
                    .AddEffects<ChartEffects>()
                    .AddFeature<SectionFeature<Allergy>>()
                    .AddReducers(typeof(SectionReducers<Allergy>))
                    .AddEffects<SectionEffects<Allergy>>()
            )
            .BuildServiceProvider();
    }

    public SteppedClock Clock { get; } = new();

    public AuditList Audit { get; } = new();

    public ChartSessions Sessions { get; }

    public OpenCircuits Open { get; }

    /// <summary>Launches a chart of a patient and opens it on a circuit of its own.</summary>
    public OpenChartScreen Launch(
        string patientId,
        string userId = "user-1",
        ViewerTenant? tenant = null
    )
    {
        var session = Sample.Session(
            Clock.GetUtcNow(),
            patientId: patientId,
            userId: userId,
            tenant: tenant
        );
        Sessions.Add(session);
        return Show(session);
    }

    /// <summary>Loads a page of a session and starts its circuit.</summary>
    public OpenChartScreen Show(ChartSession session)
    {
        var binding = Sessions.Kept(session.Id)!.Binding;
        return new OpenChartScreen(
            _services.CreateScope(),
            session,
            Sessions,
            binding.Admit(binding.BrowserKey)
        );
    }

    public void Dispose() => _services.Dispose();

    private sealed class NobodySignedIn : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal()));
    }
}

/// <summary>One circuit that shows one chart, as the chart's shell and its guard drive it.</summary>
internal sealed class OpenChartScreen : IDisposable
{
    private readonly IServiceScope _scope;
    private readonly IDisposable? _watch;

    public OpenChartScreen(
        IServiceScope scope,
        ChartSession session,
        ChartSessions sessions,
        string? ticket
    )
    {
        (_scope, Session) = (scope, session);
        _ = Get<IStore>();
        Circuit = Get<ChartCircuit>();
        Refused = Circuit.Enter(session, ticket);
        if (Refused is not null)
            return;
        _watch = sessions.Watch(
            session.Id,
            standing =>
            {
                if (standing is SessionStanding.Locked or SessionStanding.Ended)
                    Dispatch(new ChartStopped(ChartStop.Locked));
            }
        );
        Dispatch(new OpenChart(session, ChartView.Summary));
    }

    public ChartSession Session { get; }

    public ChartCircuit Circuit { get; }

    public ChartStop? Refused { get; }

    public SectionState<Allergy> Allergies => Get<IState<SectionState<Allergy>>>().Value;

    public IStore Store => Get<IStore>();

    public void Dispatch(object action) => Get<IDispatcher>().Dispatch(action);

    public void Dispose()
    {
        _watch?.Dispose();
        Circuit.OnCircuitClosedAsync(null!, CancellationToken.None);
        _scope.Dispose();
    }

    private T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();
}
