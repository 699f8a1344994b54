using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Printing;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Printing;

/// <summary>A print is recorded, then allowed (rule 6, control 60).</summary>
public sealed class PrintTests : IDisposable
{
    private readonly ChartSession _session = Sample.Session();
    private readonly AuditList _audit = new();
    private readonly ManualClock _clock = new();
    private readonly ServiceProvider _services;
    private readonly IServiceScope _scope;
    private readonly ChartSessions _sessions;

    public PrintTests()
    {
        _sessions = Sample.Sessions(_clock, _session);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IAuditLog>(_audit)
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(_sessions)
            .AddFlux(store =>
                store
                    .AddFeature<PrintFeature>()
                    .AddReducers(typeof(PrintReducers))
                    .AddEffects<PrintEffects>()
            )
            .BuildServiceProvider();
        _scope = _services.CreateScope();
        _ = _scope.ServiceProvider.GetRequiredService<IStore>();
    }

    private PrintState State =>
        _scope.ServiceProvider.GetRequiredService<IState<PrintState>>().Value;

    public void Dispose()
    {
        _scope.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task Control_60_A_print_is_recorded_with_its_view_and_both_ids()
    {
        await DispatchAsync(new PrintView(_session, ChartView.Results));

        var entry = Assert.Single(_audit.Entries);
        Assert.Equal(
            (AuditAction.Printed, "results", _session.Source.Id, _session.PatientId),
            (entry.Action, entry.Section, entry.SourcePersonId, entry.PatientId)
        );
        Assert.Equal(_clock.GetUtcNow(), State.AllowedAt);
    }

    [Fact]
    public async Task Rule_6_What_cannot_be_recorded_is_not_printed()
    {
        _audit.IsDown = true;

        await DispatchAsync(new PrintView(_session, ChartView.Results));

        Assert.Equal(new PrintState { Problem = PrintProblem.NotRecorded }, State);
    }

    [Fact]
    public async Task Of_a_session_that_has_ended_nothing_is_printed()
    {
        _sessions.End(_session.Id);

        await DispatchAsync(new PrintView(_session, ChartView.Results));

        Assert.Empty(_audit.Entries);
        Assert.Null(State.AllowedAt);
    }

    [Fact]
    public void An_answer_to_an_earlier_request_allows_nothing()
    {
        var earlier = new PrintView(_session, ChartView.Results);
        var state = PrintReducers.On(new(), new PrintView(_session, ChartView.Allergies));

        Assert.Equal(state, PrintReducers.On(state, new PrintAllowed(earlier, default)));
        Assert.Equal(state, PrintReducers.On(state, new PrintNotRecorded(earlier)));
    }

    [Fact]
    public async Task Each_print_is_recorded_for_itself()
    {
        await DispatchAsync(new PrintView(_session, ChartView.Summary));
        await DispatchAsync(new PrintEnded());
        Assert.Equal(new PrintState(), State);
        await DispatchAsync(new PrintView(_session, ChartView.Summary));

        Assert.Equal(2, _audit.Entries.Count);
    }

    [Fact]
    public async Task A_closed_chart_has_no_print_under_way()
    {
        await DispatchAsync(new PrintView(_session, ChartView.Results));
        await DispatchAsync(new ChartStopped(ChartStop.Locked));

        Assert.Equal(new PrintState(), State);
    }

    private Task DispatchAsync(object action)
    {
        _scope.ServiceProvider.GetRequiredService<IDispatcher>().Dispatch(action);
        return _scope.ServiceProvider.GetRequiredService<IStore>().WhenIdle();
    }
}
