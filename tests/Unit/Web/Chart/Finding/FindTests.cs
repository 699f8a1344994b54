using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Finding;

/// <summary>The search within the open chart, from the box to what is found.</summary>
public sealed class FindTests : IDisposable
{
    private readonly ChartSession _session = Sample.Session();
    private readonly AuditList _audit = new();
    private readonly HealtheIntentClient _client = Wire.Client(
        StubTransport.Ok("""{"items":[]}""")
    );
    private readonly ServiceProvider _services;
    private readonly IServiceScope _scope;

    public FindTests()
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IAuditLog>(_audit)
            .AddSingleton(Sample.Sessions(new ManualClock(), _session))
            .AddSingleton(circuit => Sample.Glass(circuit.GetRequiredService<ChartSessions>()))
            .AddSingleton(Sample.Clients(_client))
            .AddSingleton(RecordSections.Conditions(Sample.Clients()))
            .AddScoped<ISectionIndex, SectionIndex<Condition>>()
            .AddScoped<TenantSearch>()
            .AddFlux(store =>
                store
                    .AddFeature<SectionFeature<Condition>>()
                    .AddReducers(typeof(SectionReducers<Condition>))
                    .AddFeature<FindFeature>()
                    .AddReducers(typeof(FindReducers))
                    .AddEffects<FindEffects>()
            )
            .BuildServiceProvider();
        _scope = _services.CreateScope();
        _ = _scope.ServiceProvider.GetRequiredService<IStore>();
    }

    public void Dispose()
    {
        _scope.Dispose();
        _services.Dispose();
        _client.Dispose();
    }

    [Fact]
    public async Task A_hit_names_the_record_and_quotes_it()
    {
        Receive(complete: true, Record("1", "Asthma"), Record("2", "Gout"));

        var section = Assert.Single((await FindAsync("asth"))!);

        var hit = Assert.Single(section.Hits);
        Assert.Equal(("1", "Asthma"), (hit.RecordId, hit.Title));
        Assert.Equal(2, section.Searched);
        Assert.True(section.IsComplete);
    }

    [Fact]
    public async Task Rule_2_A_section_that_is_not_complete_says_so_whatever_was_found()
    {
        Receive(complete: false, Record("1", "Asthma"));

        Assert.False(Assert.Single((await FindAsync("gout"))!).IsComplete);
    }

    [Fact]
    public async Task What_its_source_took_back_can_be_found_and_is_never_counted()
    {
        Receive(
            complete: true,
            Record("1", "Asthma") with
            {
                Status = Sample.Text("entered-in-error"),
            },
            Record("2", "Asthma of childhood")
        );

        var section = Assert.Single((await FindAsync("asthma"))!);

        Assert.Equal(
            [("2", false), ("1", true)],
            section.Hits.Select(hit => (hit.RecordId, hit.IsWithdrawn))
        );
        Assert.Equal((1, 1), (section.Found, section.Searched));
    }

    [Fact]
    public async Task Rule_6_A_search_is_recorded_with_its_words_before_it_is_made()
    {
        Receive(complete: true, Record("1", "Asthma"));

        await FindAsync("asthma");

        var entry = Assert.Single(_audit.Entries);
        Assert.Equal(AuditAction.ChartSearched, entry.Action);
        Assert.Equal("YXN0aG1h", entry.Detail);
        Assert.Equal(_session.PatientId, entry.PatientId);
    }

    [Fact]
    public async Task Rule_6_A_search_that_cannot_be_recorded_is_not_made()
    {
        _audit.IsDown = true;
        Receive(complete: true, Record("1", "Asthma"));

        Assert.Null(await FindAsync("asthma"));
        Assert.True(State.IsNotRecorded);
    }

    [Fact]
    public async Task A_closed_search_is_forgotten()
    {
        Receive(complete: true, Record("1", "Asthma"));
        await FindAsync("asthma");

        Dispatcher.Dispatch(new FindClosed());

        Assert.Null(State.Find);
        Assert.Null(State.Sections);
    }

    [Fact]
    public async Task To_follow_a_hit_ends_the_search_and_leads_there_once()
    {
        Receive(complete: true, Record("1", "Asthma"));
        await FindAsync("asthma");
        var mark = new MarkRecord(ChartView.Conditions, "1");

        Dispatcher.Dispatch(mark);

        Assert.Null(State.Find);
        Assert.Equal(mark, State.Marked);
        Dispatcher.Dispatch(new RecordMarked(mark));
        Assert.Null(State.Marked);
    }

    private FindState State => _scope.ServiceProvider.GetRequiredService<IState<FindState>>().Value;

    private IDispatcher Dispatcher => _scope.ServiceProvider.GetRequiredService<IDispatcher>();

    private async Task<IReadOnlyList<SectionFinding>?> FindAsync(string words)
    {
        Dispatcher.Dispatch(new FindInChart(_session, words));
        await _scope.ServiceProvider.GetRequiredService<IStore>().WhenIdle();
        return State.Sections;
    }

    private void Receive(bool complete, params Condition[] records)
    {
        var load = new LoadSection<Condition>(_session);
        Dispatcher.Dispatch(load);
        Dispatcher.Dispatch(new SectionPageReceived<Condition>(load, records, _session.OpenedAt));
        if (complete)
            Dispatcher.Dispatch(
                new SectionReceived<Condition>(load, _session.OpenedAt, SaysNone: false)
            );
        else
            Dispatcher.Dispatch(
                new SectionFailed<Condition>(load, new(FailureKind.ServerError, "condition"))
            );
    }

    private static Condition Record(string id, string name) =>
        new()
        {
            Id = id,
            Code = Sample.Text(name),
            SourceIdentifier = new(Sample.Partition, id),
        };
}
