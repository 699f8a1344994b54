using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Chart.Raw;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Raw;

/// <summary>One record as HealtheIntent sends it, from the button to the text.</summary>
public sealed class RawRecordTests : IDisposable
{
    private readonly ChartSession _session = Sample.Session();
    private readonly AuditList _audit = new();
    private readonly List<int> _entriesWhenAsked = [];
    private string _json = """{"id":"1"}""";
    private HttpStatusCode _status = HttpStatusCode.OK;
    private readonly HealtheIntentClient _client;
    private readonly ServiceProvider _services;
    private readonly IServiceScope _scope;

    public RawRecordTests()
    {
        _client = Wire.Client(
            new StubTransport(
                (_, _) =>
                {
                    _entriesWhenAsked.Add(_audit.Entries.Count);
                    return Answer.With(_status, _json);
                }
            )
        );
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IAuditLog>(_audit)
            .AddSingleton(Sample.Sessions(new ManualClock(), _session))
            .AddSingleton(circuit =>
                Sample.Glass(circuit.GetRequiredService<ChartSessions>(), ChartView.Conditions)
            )
            .AddSingleton(RecordSections.Conditions(Sample.Clients(_client)))
            .AddSingleton<IRawRecords, RawRecords<Condition>>()
            .AddFlux(store =>
                store
                    .AddFeature<RawFeature>()
                    .AddReducers(typeof(RawReducers))
                    .AddEffects<RawEffects>()
            )
            .BuildServiceProvider();
        _scope = _services.CreateScope();
        _ = _scope.ServiceProvider.GetRequiredService<IStore>();
        // What stands behind glass here is seen, until a test says otherwise.
        _services
            .GetRequiredService<ChartSessions>()
            .BreakGlass(_session.Id, DateTimeOffset.MaxValue);
    }

    public void Dispose()
    {
        _scope.Dispose();
        _services.Dispose();
        _client.Dispose();
    }

    [Fact]
    public async Task Control_64_A_record_that_is_withheld_is_not_asked_for()
    {
        _services.GetRequiredService<ChartSessions>().MendGlass(_session.Id);

        var state = await ShowAsync();

        Assert.Equal(FailureKind.Withheld, state.Failure!.Kind);
        Assert.Empty(_entriesWhenAsked);
    }

    [Fact]
    public async Task Members_keep_their_order_and_numbers_their_digits()
    {
        _json = """{"zeta":1.50,"id":"1","alpha":1e2,"nothing":null,"zeta2":{"b":0.10,"a":[]}}""";

        var state = await ShowAsync();

        Assert.Equal(
            """
            {
              "zeta": 1.50,
              "id": "1",
              "alpha": 1e2,
              "nothing": null,
              "zeta2": {
                "b": 0.10,
                "a": []
              }
            }
            """.ReplaceLineEndings(),
            state.Text
        );
    }

    [Fact]
    public async Task Nothing_in_the_text_can_turn_the_text_about_it_round()
    {
        _json = "{\"id\":\"1\",\"text\":\"dose \u202e05\u202c mg Ä\"}";

        var state = await ShowAsync();

        Assert.Contains("dose \\u202e05\\u202c mg Ä", state.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_6_Looking_is_recorded_before_the_record_is_asked_for()
    {
        await ShowAsync();

        var entry = Assert.Single(_audit.Entries);
        Assert.Equal(
            (AuditAction.RawViewed, "condition", "1"),
            (entry.Action, entry.Section, entry.Detail)
        );
        Assert.Equal([1], _entriesWhenAsked);
    }

    [Fact]
    public async Task Rule_6_What_cannot_be_recorded_is_not_asked_for()
    {
        _audit.IsDown = true;

        var state = await ShowAsync();

        Assert.True(state.IsNotRecorded);
        Assert.Null(state.Text);
        Assert.Empty(_entriesWhenAsked);
    }

    [Theory]
    [InlineData("""{"id":"1","patient":{"id":"another"}}""")]
    [InlineData("""{"id":"2"}""")]
    public async Task Control_38_Another_patients_record_and_another_record_are_withheld(
        string json
    )
    {
        _json = json;

        var state = await ShowAsync();

        Assert.Null(state.Text);
        Assert.Equal(FailureKind.ForeignPatient, state.Failure!.Kind);
    }

    [Fact]
    public async Task A_record_that_cannot_be_had_says_so()
    {
        _status = HttpStatusCode.NotFound;

        var state = await ShowAsync();

        Assert.Null(state.Text);
        Assert.Equal(FailureKind.NotFound, state.Failure!.Kind);
    }

    [Fact]
    public async Task A_closed_session_asks_for_nothing()
    {
        _scope.ServiceProvider.GetRequiredService<ChartSessions>().End(_session.Id);

        await ShowAsync();

        Assert.Empty(_entriesWhenAsked);
        Assert.Empty(_audit.Entries);
    }

    [Fact]
    public async Task A_closed_record_and_a_stopped_chart_are_forgotten()
    {
        await ShowAsync();
        Dispatch(new RawClosed());
        Assert.Equal(new RawState(), State);

        await ShowAsync();
        Dispatch(new ChartStopped(ChartStop.SessionEnded));
        Assert.Equal(new RawState(), State);
    }

    private RawState State => _scope.ServiceProvider.GetRequiredService<IState<RawState>>().Value;

    private void Dispatch(object action) =>
        _scope.ServiceProvider.GetRequiredService<IDispatcher>().Dispatch(action);

    private async Task<RawState> ShowAsync()
    {
        Dispatch(new ShowRaw(_session, RecordKind.Condition, "1"));
        await _scope.ServiceProvider.GetRequiredService<IStore>().WhenIdle();
        return State;
    }
}
