using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Sections;

public sealed class SectionEffectsTests : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly AuditList _audit = new();
    private readonly ChartSession _session = Sample.Session();
    private readonly ChartSessions _sessions;
    private Func<CancellationToken, IAsyncEnumerable<Page<Allergy>>> _read = _ => Pages();
    private ServiceProvider? _services;

    public SectionEffectsTests() => _sessions = Sample.Sessions(_clock, _session);

    [Fact]
    public async Task All_pages_are_kept_in_the_order_they_came()
    {
        _read = _ => Pages(Page("a", "b"), Page("c"));

        var state = await LoadAsync();

        Assert.Equal(SectionStatus.Known, state.Status);
        Assert.Equal(["a", "b", "c"], state.Records.Select(record => record.Id));
    }

    [Fact]
    public async Task Control_38_A_page_of_another_patient_is_withheld()
    {
        _read = _ => Pages(Page("a"), Page("b") with { PatientId = "another" });

        var state = await LoadAsync();

        Assert.Equal(SectionStatus.NotAvailable, state.Status);
        Assert.Equal(FailureKind.ForeignPatient, state.Failure!.Kind);
        Assert.Empty(state.Records);
        var entry = Assert.Single(_audit.Entries);
        Assert.Equal(
            (AuditAction.ForeignPatientWithheld, AuditOutcome.Denied, _session.PatientId),
            (entry.Action, entry.Outcome, entry.PatientId)
        );
    }

    [Fact]
    public async Task Control_40_What_comes_for_a_session_that_has_closed_meanwhile_is_dropped()
    {
        _read = _ => Closing();

        var state = await LoadAsync();

        Assert.Equal((SectionStatus.Loading, 0), (state.Status, state.Records.Count));

        async IAsyncEnumerable<Page<Allergy>> Closing()
        {
            await Task.Yield();
            _sessions.End(_session.Id);
            yield return Page("a");
        }
    }

    [Fact]
    public async Task Nothing_is_asked_for_on_behalf_of_a_locked_session()
    {
        var asked = false;
        _read = _ =>
        {
            asked = true;
            return Pages();
        };
        _clock.Advance(TimeSpan.FromMinutes(15));

        await LoadAsync();

        Assert.False(asked);
    }

    [Fact]
    public async Task Control_38_A_record_that_names_another_patient_is_withheld()
    {
        _read = _ =>
            Pages(
                new Page<Allergy>
                {
                    Items = [new() { Id = "a", Patient = new Reference("another") }],
                    HasMore = false,
                    ReceivedAt = _session.OpenedAt,
                }
            );

        var state = await LoadAsync();

        Assert.Equal(FailureKind.ForeignPatient, state.Failure!.Kind);
        Assert.Empty(state.Records);
    }

    [Fact]
    public async Task Rule_10_A_defect_of_ours_ends_in_a_state_and_not_in_a_spinner()
    {
        _read = _ => Broken();

        var state = await LoadAsync();

        Assert.Equal(
            (SectionStatus.PartlyReceived, FailureKind.ViewerFault),
            (state.Status, state.Failure!.Kind)
        );

        async IAsyncEnumerable<Page<Allergy>> Broken()
        {
            yield return Page("a");
            await Task.Yield();
            throw new InvalidOperationException("a defect");
        }
    }

    [Fact]
    public async Task Only_valid_records_decide_whether_none_is_known()
    {
        var none = Sample.Code(CodeSystems.Snomed, "716186003");
        _read = _ =>
            Pages(
                new Page<Allergy>
                {
                    Items =
                    [
                        new() { Id = "a", Code = none },
                        new() { Id = "b", Status = Sample.Text("entered-in-error") },
                    ],
                    HasMore = false,
                    ReceivedAt = _session.OpenedAt,
                }
            );

        Assert.Equal(SectionStatus.KnownNone, (await LoadAsync()).Status);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
    }

    private async Task<SectionState<Allergy>> LoadAsync()
    {
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(_sessions)
            .AddSingleton(Sample.Glass(_sessions))
            .AddSingleton<IAuditLog>(_audit)
            .AddSingleton<SectionAhead<Allergy>>()
            .AddSingleton(
                new SectionDefinition<Allergy>
                {
                    Api = "allergy",
                    View = ChartView.Allergies,
                    Read = (_, cancellation) => _read(cancellation),
                    PatientOf = allergy => allergy.Patient?.Id,
                    SaysNone = AllergyRules.SaysNone,
                    IsWithdrawn = allergy => Statuses.IsEnteredInError(allergy.Status),
                }
            )
            .AddFlux(store =>
                store
                    .AddFeature<SectionFeature<Allergy>>()
                    .AddReducers(typeof(SectionReducers<Allergy>))
                    .AddEffects<SectionEffects<Allergy>>()
            )
            .BuildServiceProvider();
        var scope = _services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IStore>();
        scope.ServiceProvider.GetRequiredService<IDispatcher>().Dispatch(new ChartOpened(_session));
        await store.WhenIdle();
        return scope.ServiceProvider.GetRequiredService<IState<SectionState<Allergy>>>().Value;
    }

    private static async IAsyncEnumerable<Page<Allergy>> Pages(params Page<Allergy>[] pages)
    {
        foreach (var page in pages)
        {
            await Task.Yield();
            yield return page;
        }
    }

    private static Page<Allergy> Page(params string[] ids) =>
        new()
        {
            Items = [.. ids.Select(id => new Allergy { Id = id })],
            HasMore = false,
            PatientId = Sample.PatientId,
            ReceivedAt = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero),
        };
}
