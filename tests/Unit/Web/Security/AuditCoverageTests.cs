using System.Net;
using System.Reflection;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.CareGaps;
using HeiChartViewer.Web.Chart.Display;
using HeiChartViewer.Web.Chart.Documents;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Chart.Printing;
using HeiChartViewer.Web.Chart.Raw;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Chart.Visits;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Search;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Security;

/// <summary>
/// Nothing of a patient is asked for or shown before that is recorded, whichever way it is asked for (rule 6). What asks
/// is the store's effects and nothing else, so each effect has to stand in the table.
/// </summary>
public sealed class AuditCoverageTests : IAsyncDisposable
{
    private static readonly ChartSession Session = Sample.Session();

    /// <summary>What each effect records, or why it records nothing.</summary>
    private static readonly Dictionary<string, string> Effects = new()
    {
        [nameof(OpenChart)] = nameof(AuditAction.ChartOpened),
        [nameof(ShowView)] = nameof(AuditAction.SectionViewed),
        [nameof(PatientIdDoubted)] = nameof(AuditAction.PatientLookup),
        [nameof(ShowRaw)] = nameof(AuditAction.RawViewed),
        [nameof(OpenDocument)] = nameof(AuditAction.DocumentOpened),
        [nameof(SaveDocument)] = nameof(AuditAction.DocumentDownloaded),
        [nameof(FindInChart)] = nameof(AuditAction.ChartSearched),
        [nameof(SearchPeople)] = nameof(AuditAction.PersonSearched),
        [nameof(ShowRecentPeople)] = nameof(AuditAction.RecentPersonShown),
        [nameof(PrintView)] = nameof(AuditAction.Printed),
        [nameof(BreakTheGlass)] = nameof(AuditAction.GlassBroken),
        [nameof(MendTheGlass)] = "hides; who tends the sessions writes down that it did",
        [nameof(CloseChart)] = "hides; that the session ended is written down once it has",
        [nameof(GlassChanged)] = "said by the session's own watch, once the break is recorded",
        [nameof(ChartOpened)] = "said by OpenChart alone, once it is recorded",
        ["LoadSection`1"] =
            "within a chart that is open, whose sections were recorded with it; drawn in a view that was",
    };

    /// <summary>The view under whose name the records of each section are recorded.</summary>
    private static readonly Dictionary<Type, ChartView> Sections = new()
    {
        [typeof(DemographicRecord)] = ChartView.Demographics,
        [typeof(Allergy)] = ChartView.Allergies,
        [typeof(Condition)] = ChartView.Conditions,
        [typeof(Medication)] = ChartView.Medications,
        [typeof(MedicationDispense)] = ChartView.Medications,
        [typeof(Observation)] = ChartView.Results,
        [typeof(Encounter)] = ChartView.Encounters,
        [typeof(Immunization)] = ChartView.Immunizations,
        [typeof(Procedure)] = ChartView.Procedures,
        [typeof(DocumentReference)] = ChartView.Documents,
        [typeof(RegistryProgram)] = ChartView.CareGaps,
        [typeof(RiskStatement)] = ChartView.CareGaps,
    };

    private readonly AuditList _audit = new();
    private readonly List<int> _entriesWhenAsked = [];
    private readonly HealtheIntentClient _client;
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _circuit;

    public AuditCoverageTests()
    {
        _client = Wire.Client(
            new StubTransport(
                (_, _) =>
                {
                    _entriesWhenAsked.Add(_audit.Entries.Count);
                    return Answer.With(HttpStatusCode.OK, """{"id":"1","items":[]}""");
                }
            )
        );
        var services = new ServiceCollection();
        services
            .AddLogging()
            .AddSingleton<TimeProvider>(new ManualClock())
            .AddSingleton<IAuditLog>(_audit)
            .AddSingleton(Sample.Sessions(new ManualClock(), Session))
            .AddSingleton(circuit => Sample.Glass(circuit.GetRequiredService<ChartSessions>()))
            .AddSingleton(Sample.Clients(_client))
            .AddSingleton<PatientResolver>()
            .AddSingleton(Sample.Tenants)
            .AddChartStore();
        _services = services.BuildServiceProvider();
        _circuit = _services.CreateAsyncScope();
    }

    public static TheoryData<string> Asking() =>
        [
            .. Effects
                .Where(effect => Enum.TryParse<AuditAction>(effect.Value, out _))
                .Select(effect => effect.Key),
        ];

    [Fact]
    public void Every_effect_stands_in_the_table()
    {
        var effects =
            from type in typeof(ChartView).Assembly.GetTypes()
            from method in type.GetMethods(
                BindingFlags.Public
                    | BindingFlags.NonPublic
                    | BindingFlags.Static
                    | BindingFlags.Instance
            )
            where method.IsDefined(typeof(EffectMethodAttribute))
            select method.GetParameters()[0].ParameterType.Name;

        Assert.Equal(Effects.Keys.Order(), effects.Distinct().Order());
    }

    [Fact]
    public void Every_section_is_shown_in_a_view_that_is_recorded()
    {
        var sections = _circuit
            .ServiceProvider.GetRequiredService<IStore>()
            .Features.Values.Select(feature => feature.GetStateType())
            .Where(state =>
                state.IsGenericType && state.GetGenericTypeDefinition() == typeof(SectionState<>)
            )
            .Select(state => state.GetGenericArguments()[0]);

        Assert.Equal(
            Sections.Keys.Select(record => record.Name).Order(),
            sections.Select(record => record.Name).Order()
        );
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task Control_60_What_is_asked_for_is_recorded_first(string effect)
    {
        await DispatchAsync(effect);

        Assert.Contains(_audit.Entries, entry => entry.Action.ToString() == Effects[effect]);
        var recorded = _audit.Entries.Count(entry =>
            entry.Action is not AuditAction.ForeignPatientWithheld
        );
        Assert.All(_entriesWhenAsked, entries => Assert.True(entries >= recorded));
        // Broken glass has its sections asked for anew. A print, another view and the people opened before show again what was already asked for, and saving leaves the asking to the browser's fetch.
        Assert.Equal(
            effect
                is nameof(PrintView)
                    or nameof(SaveDocument)
                    or nameof(BreakTheGlass)
                    or nameof(ShowView)
                    or nameof(ShowRecentPeople),
            _entriesWhenAsked.Count == 0
        );
    }

    [Fact]
    public async Task Control_60_Opening_a_chart_records_what_is_read_and_what_is_looked_at_first()
    {
        await DispatchAsync(nameof(OpenChart));

        var entries = _audit.Entries.Take(2).ToList();
        Assert.Equal(
            [(AuditAction.ChartOpened, null), (AuditAction.SectionViewed, "summary")],
            entries.Select(entry => (entry.Action, entry.Section))
        );
        Assert.Equal(
            Sections.Values.Select(view => view.Slug).Distinct().Order(),
            entries[0].Detail!.Split(' ').Order()
        );
        Assert.NotEmpty(_entriesWhenAsked);
    }

    [Fact]
    public async Task Control_60_A_view_is_recorded_each_time_it_is_looked_at_and_drawn_only_then()
    {
        var store = _circuit.ServiceProvider;
        var chart = store.GetRequiredService<IState<ChartState>>();
        ChartView[] views = [ChartView.Results, ChartView.Conditions, ChartView.Results];
        foreach (var view in views)
        {
            store.GetRequiredService<IDispatcher>().Dispatch(new ShowView(Session, view));
            await store.GetRequiredService<IStore>().WhenIdle();
            Assert.Equal(view, chart.Value.Shown);
        }

        Assert.Equal(
            views.Select(view => (AuditAction.SectionViewed, (string?)view.Slug)),
            _audit.Entries.Select(entry => (entry.Action, entry.Section))
        );
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task Control_60_Each_entry_says_who_for_whom_why_and_from_where(string effect)
    {
        await DispatchAsync(effect);

        Assert.NotEmpty(_audit.Entries);
        Assert.All(
            _audit.Entries,
            entry =>
            {
                Assert.Equal(
                    (Session.User.Id, Session.User.Name, "https://ehr.example.org", "192.0.2.7"),
                    (entry.UserId, entry.UserName, entry.Organisation, entry.RemoteAddress)
                );
                Assert.Equal(
                    entry.Action is AuditAction.GlassBroken ? "BTG" : "TREAT",
                    entry.Purpose
                );
                // A person search is about nobody yet.
                if (entry.Action is not AuditAction.PersonSearched)
                    Assert.Equal(
                        (Session.PatientId, Session.Source.Id),
                        (entry.PatientId, entry.SourcePersonId)
                    );
            }
        );
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task Control_62_Where_it_cannot_be_recorded_nothing_is_asked_for_or_shown(
        string effect
    )
    {
        _audit.IsDown = true;

        await DispatchAsync(effect);

        Assert.Empty(_entriesWhenAsked);
        Assert.All(
            _circuit.ServiceProvider.GetRequiredService<IStore>().Features.Values,
            feature => Assert.Equal(0, Shown(feature.GetState()))
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _circuit.DisposeAsync();
        await _services.DisposeAsync();
        _client.Dispose();
    }

    /// <summary>How much of a patient a component could draw out of a state.</summary>
    private static int Shown(object state) =>
        state switch
        {
            RawState raw => raw.Text is null ? 0 : 1,
            DocumentState document => document.SaveAddress is null
            && document.Outcome is null or DocumentOutcome.NotRecorded
                ? 0
                : 1,
            FindState find => find.Sections is null && find.Tenant is null ? 0 : 1,
            PrintState print => print.AllowedAt is null ? 0 : 1,
            PersonSearchState people => people.Hits.Count + people.Recent.Count,
            ChartState chart => chart.Shown is null ? 0 : 1,
            VisitState visit => visit.Visit is null ? 0 : 1,
            // What the reader wants, and how it is drawn: nothing of a record.
            GlassState or DisplayState => 0,
            _ when state.GetType().GetProperty("Records") is { } records => (
                (System.Collections.ICollection)records.GetValue(state)!
            ).Count,
            _ => throw new InvalidOperationException(
                $"Say how much of a patient can be drawn out of a {state.GetType().Name}."
            ),
        };

    private Task DispatchAsync(string effect)
    {
        var content = new DocumentContent { Binary = new Reference("b1") };
        var document = new DocumentReference { Id = "d1", Contents = [content] };
        var open = new OpenDocument(Session, document, content);
        object action = effect switch
        {
            nameof(OpenChart) => new OpenChart(Session, ChartView.Summary),
            nameof(ShowView) => new ShowView(Session, ChartView.Results),
            nameof(PatientIdDoubted) => new PatientIdDoubted(Session),
            nameof(ShowRaw) => new ShowRaw(Session, RecordKind.Condition, "1"),
            nameof(OpenDocument) => open,
            nameof(SaveDocument) => new SaveDocument(open),
            nameof(FindInChart) => new FindInChart(Session, "cough"),
            nameof(SearchPeople) => new SearchPeople(
                Session.User,
                Session.RemoteAddress,
                new PersonCriteria { Name = "Ada", Phone = "555" },
                0
            ),
            nameof(ShowRecentPeople) => new ShowRecentPeople(
                Session.User,
                Session.RemoteAddress,
                [new PersonHit(Session.PatientId) { Sources = [Session.Source] }]
            ),
            nameof(BreakTheGlass) => new BreakTheGlass(Session, GlassReason.Emergency, null),
            nameof(PrintView) => new PrintView(Session, ChartView.Results),
            _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "no such effect"),
        };
        var store = _circuit.ServiceProvider.GetRequiredService<IStore>();
        _circuit.ServiceProvider.GetRequiredService<IDispatcher>().Dispatch(action);
        return store.WhenIdle();
    }
}
