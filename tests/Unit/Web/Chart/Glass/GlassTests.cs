using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Glass;

/// <summary>Control 64: role, reason and a fresh proof; for a while, in sight, and for one patient.</summary>
public sealed class GlassTests : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly AuditList _audit = new();
    private readonly ChartSession _session;
    private readonly ChartSession _other;
    private readonly ChartSessions _sessions;
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _circuit;
    private int _asked;

    public GlassTests()
    {
        _session = Sample.Session(_clock.GetUtcNow());
        _other = Sample.Session(_clock.GetUtcNow(), patientId: "another");
        _sessions = Sample.Sessions(_clock, _session, _other);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(_sessions)
            .AddSingleton(Sample.Glass(_sessions, ChartView.Procedures))
            .AddSingleton<IAuditLog>(_audit)
            .AddSingleton(
                new SectionDefinition<Procedure>
                {
                    Api = "procedure",
                    View = ChartView.Procedures,
                    Read = (_, _) => OnePage(),
                    PatientOf = procedure => procedure.Patient?.Id,
                }
            )
            .AddSingleton<SectionAhead<Procedure>>()
            .AddFlux(store =>
                store
                    .AddFeature<GlassFeature>()
                    .AddReducers(typeof(GlassReducers))
                    .AddEffects<GlassEffects>()
                    .AddFeature<SectionFeature<Procedure>>()
                    .AddReducers(typeof(SectionReducers<Procedure>))
                    .AddEffects<SectionEffects<Procedure>>()
            )
            .BuildServiceProvider();
        _circuit = _services.CreateAsyncScope();
    }

    private SectionState<Procedure> Section =>
        _circuit.ServiceProvider.GetRequiredService<IState<SectionState<Procedure>>>().Value;

    private GlassState State =>
        _circuit.ServiceProvider.GetRequiredService<IState<GlassState>>().Value;

    [Fact]
    public async Task Control_64_What_is_withheld_is_not_asked_for_and_never_reads_as_none()
    {
        await DispatchAsync(new ChartOpened(_session));

        Assert.Equal(SectionStatus.Withheld, Section.Status);
        Assert.Equal(FailureKind.Withheld, Section.Failure!.Kind);
        Assert.Equal(0, _asked);
        Assert.False(FailureWords.CanRetry(Section.Failure));
    }

    [Fact]
    public async Task Control_64_Broken_for_a_reason_it_is_recorded_first_and_then_shown()
    {
        await DispatchAsync(Wish(GlassReason.Emergency));
        await DispatchAsync(new GlassChanged(_session));

        Assert.Equal(SectionStatus.Known, Section.Status);
        var entry = _audit.Entries[0];
        Assert.Equal(
            (AuditAction.GlassBroken, AuditOutcome.Success, "BTG", _session.PatientId),
            (entry.Action, entry.Outcome, entry.Purpose, entry.PatientId)
        );
        Assert.Contains("procedures; emergency; until 2026-11-23T07:30", entry.Detail, default);
        var seen = Assert.Single(_audit.Entries.Skip(1));
        Assert.Equal(
            (AuditAction.SectionViewed, "procedures", "BTG"),
            (seen.Action, seen.Section, seen.Purpose)
        );
    }

    [Fact]
    public async Task Control_64_After_half_an_hour_it_stands_again_and_its_records_are_gone()
    {
        await DispatchAsync(Wish(GlassReason.Treatment));
        await DispatchAsync(new GlassChanged(_session));
        _clock.Advance(TimeSpan.FromMinutes(10));
        _sessions.Touch(_session.Id);
        _clock.Advance(TimeSpan.FromMinutes(10));
        _sessions.Touch(_session.Id);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await DispatchAsync(new GlassChanged(_session));

        Assert.Equal(SectionStatus.Withheld, Section.Status);
        Assert.Empty(Section.Records);
        await TendAsync();
        await TendAsync();
        Assert.Single(_audit.Entries, entry => entry.Action is AuditAction.GlassMended);
    }

    [Fact]
    public async Task Control_64_It_never_widens_to_another_chart()
    {
        await DispatchAsync(Wish(GlassReason.Emergency));

        Assert.NotNull(_sessions.GlassBrokenUntil(_session.Id));
        Assert.Null(_sessions.GlassBrokenUntil(_other.Id));
        await DispatchAsync(new LoadSection<Procedure>(_other));
        Assert.Equal(SectionStatus.Withheld, Section.Status);
    }

    [Fact]
    public async Task Control_64_The_user_mends_it_and_so_do_a_lock_and_an_end()
    {
        await DispatchAsync(Wish(GlassReason.Emergency));
        await DispatchAsync(new MendTheGlass(_session));
        Assert.Null(_sessions.GlassBrokenUntil(_session.Id));
        await TendAsync();

        await DispatchAsync(Wish(GlassReason.Emergency));
        _sessions.End(_session.Id);
        await TendAsync();

        Assert.Equal(2, _audit.Entries.Count(entry => entry.Action is AuditAction.GlassMended));
    }

    [Fact]
    public async Task Control_64_A_lock_mends_it_for_good()
    {
        var coordinator = Sample.Session(_clock.GetUtcNow(), mode: ChartMode.Coordinator);
        _sessions.Add(coordinator);
        Assert.True(_sessions.BreakGlass(coordinator.Id, _clock.GetUtcNow().AddMinutes(30)));

        _clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Null(_sessions.GlassBrokenUntil(coordinator.Id));
        Assert.True(_sessions.Resume(coordinator.Id, coordinator.User, _clock.GetUtcNow()));

        Assert.Null(_sessions.GlassBrokenUntil(coordinator.Id));
        await TendAsync();
        Assert.Single(_audit.Entries, entry => entry.Action is AuditAction.GlassMended);
    }

    [Theory]
    [InlineData("other", "too short")]
    [InlineData("other", null)]
    public async Task Control_64_Another_reason_has_to_be_put_into_words(string code, string? words)
    {
        var reason = GlassReason.All.Single(one => one.Code == code);

        await DispatchAsync(new BreakTheGlass(_session, reason, words));

        Refused(GlassRefusal.NotAllowed);
    }

    [Fact]
    public async Task Control_64_Nobody_breaks_it_whom_nobody_has_vouched_for_lately()
    {
        _clock.Advance(TimeSpan.FromMinutes(6));

        await DispatchAsync(Wish(GlassReason.Emergency));

        Refused(GlassRefusal.NotProven);
        _sessions.Proven(_session.Id, _clock.GetUtcNow());
        await DispatchAsync(Wish(GlassReason.Emergency));
        Assert.NotNull(_sessions.GlassBrokenUntil(_session.Id));
    }

    [Fact]
    public async Task Control_64_A_role_that_may_not_is_refused_on_the_server()
    {
        var coordinator = Sample.Session(_clock.GetUtcNow(), mode: ChartMode.Coordinator);
        _sessions.Add(coordinator);

        await DispatchAsync(new BreakTheGlass(coordinator, GlassReason.Emergency, null));

        Assert.Null(_sessions.GlassBrokenUntil(coordinator.Id));
        Refused(GlassRefusal.NotAllowed);
    }

    [Theory]
    [InlineData(ChartMode.Chart, Roles.Coordinator, false)]
    [InlineData(ChartMode.Chart, Roles.Emergency, false)]
    [InlineData(ChartMode.Chart, null, false)]
    [InlineData(ChartMode.Coordinator, Roles.Clinician, true)]
    public async Task Control_64_The_users_role_decides_and_not_the_way_into_the_chart(
        ChartMode mode,
        string? role,
        bool breaks
    )
    {
        var sample = Sample.Session(_clock.GetUtcNow(), mode: mode);
        var session = sample with
        {
            User = sample.User with { Roles = role is null ? [] : [role] },
        };
        _sessions.Add(session);

        await DispatchAsync(new BreakTheGlass(session, GlassReason.Emergency, null));

        Assert.Equal(breaks, _sessions.GlassBrokenUntil(session.Id) is not null);
    }

    [Fact]
    public async Task Control_62_Where_it_cannot_be_recorded_it_does_not_break()
    {
        _audit.IsDown = true;

        await DispatchAsync(Wish(GlassReason.Emergency));

        Assert.Equal(GlassRefusal.NotRecorded, State.Refusal);
        Assert.Null(_sessions.GlassBrokenUntil(_session.Id));
    }

    public async ValueTask DisposeAsync()
    {
        await _circuit.DisposeAsync();
        await _services.DisposeAsync();
    }

    private void Refused(GlassRefusal why)
    {
        Assert.Equal(why, State.Refusal);
        var entry = Assert.Single(_audit.Entries);
        Assert.Equal((AuditAction.GlassBroken, AuditOutcome.Denied), (entry.Action, entry.Outcome));
    }

    private BreakTheGlass Wish(GlassReason reason) => new(_session, reason, null);

    private async Task DispatchAsync(object action)
    {
        _circuit.ServiceProvider.GetRequiredService<IDispatcher>().Dispatch(action);
        await _circuit.ServiceProvider.GetRequiredService<IStore>().WhenIdle();
    }

    private Task TendAsync() =>
        new SessionKeeper(_sessions, _audit, _clock).TendAsync(CancellationToken.None);

    private async IAsyncEnumerable<Page<Procedure>> OnePage()
    {
        _asked++;
        await Task.Yield();
        yield return new()
        {
            Items = [new Procedure { Id = "p" }],
            HasMore = false,
            PatientId = Sample.PatientId,
            ReceivedAt = _clock.GetUtcNow(),
        };
    }
}
