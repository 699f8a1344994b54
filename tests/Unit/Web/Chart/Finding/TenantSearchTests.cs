using System.Net;
using System.Text.Json;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Finding;

/// <summary>The tenant's chart search: what of its answer is shown, and what is not.</summary>
public sealed class TenantSearchTests : IAsyncDisposable
{
    private readonly ChartSession _session = Sample.Session();
    private readonly AuditList _audit = new();
    private readonly StubTransport _transport;
    private readonly HealtheIntentClient _client;
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;
    private Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> _answer = (_, _) =>
        Task.FromResult(Answer.Ok("""{"items":[]}"""));

    public TenantSearchTests()
    {
        _transport = new StubTransport((sent, _, cancellation) => _answer(sent, cancellation));
        _client = Wire.Client(_transport);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IAuditLog>(_audit)
            .AddSingleton(Sample.Sessions(new ManualClock(), _session))
            .AddSingleton(circuit =>
                Sample.Glass(circuit.GetRequiredService<ChartSessions>(), ChartView.Documents)
            )
            .AddSingleton(Sample.Clients(_client))
            .AddSingleton(RecordSections.Documents(Sample.Clients()))
            .AddSingleton(RecordSections.Results(Sample.Clients()))
            .AddSingleton(RecordSections.Encounters(Sample.Clients()))
            .AddScoped<ISectionIndex, SectionIndex<DocumentReference>>()
            .AddScoped<ISectionIndex, SectionIndex<Observation>>()
            .AddScoped<ISectionIndex, SectionIndex<Encounter>>()
            .AddScoped<TenantSearch>()
            .AddFlux(store =>
                store
                    .AddFeature<SectionFeature<DocumentReference>>()
                    .AddReducers(typeof(SectionReducers<DocumentReference>))
                    .AddFeature<SectionFeature<Observation>>()
                    .AddReducers(typeof(SectionReducers<Observation>))
                    .AddFeature<SectionFeature<Encounter>>()
                    .AddReducers(typeof(SectionReducers<Encounter>))
                    .AddFeature<FindFeature>()
                    .AddReducers(typeof(FindReducers))
                    .AddEffects<FindEffects>()
            )
            .BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
        _ = _scope.ServiceProvider.GetRequiredService<IStore>();
        // What stands behind glass here is seen, until a test says otherwise.
        _services
            .GetRequiredService<ChartSessions>()
            .BreakGlass(_session.Id, DateTimeOffset.MaxValue);
        Receive(
            complete: true,
            new DocumentReference
            {
                Id = "note",
                Type = Sample.Text("ED Note"),
                SourceIdentifier = new(Sample.Partition, "n1"),
            }
        );
        Receive(
            complete: true,
            new Observation
            {
                Id = "potassium",
                Code = Sample.Text("Potassium"),
                SourceIdentifier = new(Sample.Partition, "o1"),
            }
        );
        Receive(complete: true, new Encounter { Id = "visit", Type = Sample.Text("Emergency") });
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
        _client.Dispose();
    }

    [Fact]
    public async Task Rule_1_The_sessions_patient_is_searched_and_nobody_else()
    {
        await FindAsync("chest pain");

        Assert.Equal(
            $"{Wire.Host}/chart-search/v1/populations/{_session.PopulationId}/patients/{_session.PatientId}/search-results?query=chest%20pain&offset=0&limit=50",
            _transport.Only.Address.AbsoluteUri
        );
    }

    [Fact]
    public async Task Control_64_While_anything_is_withheld_nobody_asks_what_would_quote_from_it()
    {
        _services.GetRequiredService<ChartSessions>().MendGlass(_session.Id);

        await FindAsync("pain");

        Assert.Empty(_transport.Sent);
        var finding = Assert.IsType<TenantFinding.NotAvailable>(State.Tenant);
        Assert.Equal(FailureKind.Withheld, finding.Failure.Kind);
        Dispatcher.Dispatch(new GlassChanged(_session));
        Assert.Null(State.Find);
    }

    [Fact]
    public async Task Rule_6_Nothing_is_asked_before_the_search_is_recorded()
    {
        var before = -1;
        _answer = (_, _) =>
        {
            before = _audit.Entries.Count;
            return Task.FromResult(Answer.Ok("""{"items":[]}"""));
        };
        await FindAsync("pain");
        Assert.Equal(1, before);

        _audit.IsDown = true;
        await FindAsync("pains");
        Assert.Single(_transport.Sent);
        Assert.True(State.IsNotRecorded);
    }

    [Fact]
    public async Task A_hit_leads_to_the_record_it_names_and_quotes_the_text()
    {
        Hits(
            """{"id":"h1","type":"DOCUMENT","section":"CHIEF_COMPLAINT","document":{"id":"note"},"snippets":["crushing <em>chest pain</em> since noon"]}""",
            $$$"""{"id":"h2","type":"MEASUREMENT","sourceIdentifier":{"dataPartitionId":"{{{Sample.Partition.ToUpperInvariant()}}}","id":"o1"}}"""
        );

        var found = await FoundAsync("chest pain");

        Assert.Equal(
            [("documents", "note"), ("results", "potassium")],
            found.Hits.Select(hit => (hit.Section.Noun.English, hit.Hit.RecordId))
        );
        Assert.Equal(
            [
                ("Chief complaint: ", false),
                ("crushing ", false),
                ("chest pain", true),
                (" since noon", false),
            ],
            Assert.Single(found.Hits[0].Hit.Excerpts).Select(part => (part.Text, part.IsSought))
        );
        Assert.Equal(0, found.Withheld);
    }

    [Fact]
    public async Task A_record_found_in_two_places_is_one_hit_with_two_quotations()
    {
        Hits(
            """{"id":"h1","document":{"id":"note"},"snippets":["a <em>b</em>"]}""",
            """{"id":"h2","document":{"id":"note"},"snippets":["c <em>b</em>"]}"""
        );

        var hit = Assert.Single((await FoundAsync("b")).Hits);

        Assert.Equal(2, hit.Hit.Excerpts.Count);
    }

    [Fact]
    public async Task What_viewer_and_tenant_both_found_is_one_hit_of_both()
    {
        Hits(
            """{"id":"h","document":{"id":"note"},"snippets":["<em>ED</em> note"]}""",
            """{"id":"potassium","type":"MEASUREMENT"}"""
        );
        await FindAsync("ed");

        var merged = FoundSection.Merge(State.Sections!, State.Tenant);

        Assert.Equal(
            [("note", FoundBy.Viewer | FoundBy.Tenant), ("potassium", FoundBy.Tenant)],
            merged.SelectMany(section => section.Hits).Select(hit => (hit.RecordId, hit.By))
        );
        Assert.Equal(2, merged[0].Hits[0].Excerpts.Count);
    }

    [Theory]
    [InlineData("""{"id":"h","document":{"id":"note"},"patient":{"id":"somebody-else"}}""")]
    [InlineData("""{"id":"h","document":{"id":"note"},"patientId":"somebody-else"}""")]
    [InlineData(
        """{"id":"h","document":{"id":"note"},"sourceIdentifier":{"dataPartitionId":"elsewhere","id":"n1"}}"""
    )]
    [InlineData(
        """{"id":"h","document":{"id":"note"},"sourceIdentifier":{"dataPartitionId":"877307a0-b5f5-4a01-9d4b-9fead6bcf788","id":"n2"}}"""
    )]
    [InlineData("""{"id":"h","document":{"id":"not-in-this-chart"}}""")]
    [InlineData("""{"id":"h","type":"SOMETHING_NEW"}""")]
    public async Task Rule_1_A_hit_that_is_not_this_patients_is_dropped_and_counted_as_a_fault(
        string foreign
    )
    {
        Hits(foreign, """{"id":"h","document":{"id":"note"}}""");

        var found = await FoundAsync("pain");

        Assert.Equal("note", Assert.Single(found.Hits).Hit.RecordId);
        Assert.Empty(found.Unreceived);
        Assert.Equal(1, found.Withheld);
        var entry = _audit.Entries[^1];
        Assert.Equal(
            (AuditAction.ForeignPatientWithheld, AuditOutcome.Denied),
            (entry.Action, entry.Outcome)
        );
        Assert.Equal($"chart-search, 1 hits, correlation {Answer.CorrelationId}", entry.Detail);
    }

    [Fact]
    public async Task Rule_2_A_hit_whose_record_did_not_come_says_so_and_offers_what_did()
    {
        Receive<DocumentReference>(complete: false);
        Hits(
            """{"id":"h1","type":"DOCUMENT","title":"Letter","document":{"id":"letter"},"encounter":{"id":"visit"},"snippets":["<em>pain</em>"]}""",
            """{"id":"h2","type":"DOCUMENT","document":{"id":"other"},"encounter":{"id":"unknown"}}"""
        );

        var found = await FoundAsync("pain");

        Assert.Equal(
            [
                ("Letter", ChartView.Documents, "visit"),
                ("Not named by the tenant's search", ChartView.Documents, null),
            ],
            found.Unreceived.Select(hit => (hit.Title, hit.View!, hit.VisitId))
        );
        Assert.Equal(0, found.Withheld);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, FailureKind.NotGranted)]
    [InlineData(HttpStatusCode.TooManyRequests, FailureKind.Throttled)]
    [InlineData(HttpStatusCode.InternalServerError, FailureKind.ServerError)]
    [InlineData(HttpStatusCode.NotFound, FailureKind.NotFound)]
    public async Task Rule_2_A_search_the_tenant_does_not_answer_is_unknown_and_never_none(
        HttpStatusCode status,
        FailureKind kind
    )
    {
        _answer = (_, _) => Task.FromResult(Answer.With(status));

        await FindAsync("pain");

        Assert.Equal(kind, Assert.IsType<TenantFinding.NotAvailable>(State.Tenant).Failure.Kind);
        Assert.NotNull(State.Sections);
    }

    [Fact]
    public async Task More_hits_than_were_read_are_said_to_exist()
    {
        _answer = (sent, _) =>
            Task.FromResult(
                Answer.Ok(
                    $$"""{"items":[{"id":"h","document":{"id":"note"} }],"totalResults":120,"nextLink":"{{sent.Address.GetLeftPart(
                        UriPartial.Path
                    )}}?offset=50"}"""
                )
            );

        var found = await FoundAsync("pain");

        Assert.Equal((120, true), (found.Total, found.HasMore));
        Assert.Single(_transport.Sent);
    }

    [Fact]
    public async Task A_newer_search_ends_an_older_one_whose_answer_is_dropped()
    {
        var ended = new TaskCompletionSource();
        _answer = async (sent, cancellation) =>
        {
            if (!sent.Address.Query.Contains("first", StringComparison.Ordinal))
                return Answer.Ok("""{"items":[{"id":"h","document":{"id":"note"}}]}""");
            cancellation.Register(ended.SetResult);
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("An endless wait ended.");
        };
        var first = new FindInChart(_session, "first");
        Dispatcher.Dispatch(first);

        await FindAsync("second");
        await ended.Task;

        Assert.Equal("second", State.Find!.Words);
        var answer = State.Tenant;
        Assert.Single(Assert.IsType<TenantFinding.Found>(answer).Hits);
        Dispatcher.Dispatch(
            new TenantSearched(first, new TenantFinding.Found([], [], 0, null, false))
        );
        Assert.Same(answer, State.Tenant);
    }

    [Theory]
    [InlineData("<script>alert(1)</script><em>pain</em>", "<script>alert(1)</script>|*pain*")]
    [InlineData("<em><img src=x onerror=y></em>", "*<img src=x onerror=y>*")]
    [InlineData("<em onclick=x>pain</em>", "<em onclick=x>pain</em>")]
    [InlineData("&lt;b&gt;<em>pain</em>", "&lt;b&gt;|*pain*")]
    [InlineData("<em>pain", "<em>pain")]
    public async Task A_hostile_snippet_is_text_but_for_the_tenants_own_marks(
        string snippet,
        string parts
    )
    {
        Hits(
            $$"""{"id":"h","snippets":[{{JsonSerializer.Serialize(
                snippet
            )}}],"document":{"id":"note"} }"""
        );

        var excerpt = Assert.Single((await FoundAsync("pain")).Hits.Single().Hit.Excerpts);

        Assert.Equal(
            parts,
            string.Join('|', excerpt.Select(part => part.IsSought ? $"*{part.Text}*" : part.Text))
        );
    }

    private FindState State => _scope.ServiceProvider.GetRequiredService<IState<FindState>>().Value;

    private IDispatcher Dispatcher => _scope.ServiceProvider.GetRequiredService<IDispatcher>();

    private void Hits(params string[] hits) =>
        _answer = (_, _) =>
            Task.FromResult(Answer.Ok($$"""{"items":[{{string.Join(',', hits)}}] }"""));

    private async Task<TenantFinding.Found> FoundAsync(string words)
    {
        await FindAsync(words);
        return Assert.IsType<TenantFinding.Found>(State.Tenant);
    }

    private async Task FindAsync(string words)
    {
        Dispatcher.Dispatch(new FindInChart(_session, words));
        await _scope.ServiceProvider.GetRequiredService<IStore>().WhenIdle();
    }

    private void Receive<TRecord>(bool complete, params TRecord[] records)
    {
        var load = new LoadSection<TRecord>(_session);
        Dispatcher.Dispatch(load);
        Dispatcher.Dispatch(new SectionPageReceived<TRecord>(load, records, _session.OpenedAt));
        if (complete)
            Dispatcher.Dispatch(
                new SectionReceived<TRecord>(load, _session.OpenedAt, SaysNone: false)
            );
        else
            Dispatcher.Dispatch(
                new SectionFailed<TRecord>(load, new(FailureKind.ServerError, "api"))
            );
    }
}
