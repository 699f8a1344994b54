using System.Runtime.CompilerServices;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Web.Sessions;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Sections;

public sealed class SectionAheadTests
{
    private readonly SteppedClock _clock = new();
    private readonly ChartSession _session = Sample.Session();
    private readonly ChartSession _other = Sample.Session(patientId: "another");
    private readonly ChartSessions _sessions;
    private readonly SectionAhead<Allergy> _ahead;
    private readonly List<string> _asked = [];
    private readonly TaskCompletionSource _answer = new();
    private readonly TaskCompletionSource _ended = new();
    private bool _failsAfter;

    public SectionAheadTests()
    {
        _sessions = Sample.Sessions(_clock, _session, _other);
        _ahead = Ahead();
    }

    [Fact]
    public async Task What_was_asked_ahead_is_what_the_circuit_gets_and_is_asked_once()
    {
        _ahead.Ask(_session);
        _answer.SetResult();

        var ids = await IdsAsync(_session);

        Assert.Equal([$"{_session.PatientId} 1", $"{_session.PatientId} 2"], ids);
        Assert.Equal([_session.PatientId], _asked);
    }

    [Fact]
    public async Task A_second_reading_asks_anew()
    {
        _answer.SetResult();
        _ahead.Ask(_session);
        await IdsAsync(_session);

        await IdsAsync(_session);

        Assert.Equal([_session.PatientId, _session.PatientId], _asked);
    }

    [Fact]
    public async Task Control_39_No_session_gets_what_was_asked_for_another()
    {
        _answer.SetResult();
        _ahead.Ask(_session);

        var ids = await IdsAsync(_other);

        Assert.All(ids, id => Assert.StartsWith("another", id, StringComparison.Ordinal));
    }

    [Fact]
    public void Control_64_What_stands_behind_glass_is_not_asked_ahead()
    {
        Ahead(ChartView.Allergies).Ask(_session);

        Assert.Empty(_asked);
    }

    [Fact]
    public async Task What_no_circuit_comes_for_is_let_go_of()
    {
        _ahead.Ask(_session);

        _clock.Advance(TimeSpan.FromSeconds(30));

        await _ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task It_does_not_outlive_its_session()
    {
        _ahead.Ask(_session);

        _sessions.End(_session.Id);

        await _ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_circuit_that_leaves_stops_what_was_asked_ahead()
    {
        _ahead.Ask(_session);
        using var leaving = new CancellationTokenSource();
        var reading = IdsAsync(_session, leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await _ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_failure_comes_after_the_pages_that_came_before_it()
    {
        _failsAfter = true;
        _answer.SetResult();
        _ahead.Ask(_session);
        var pages = _ahead.Read(_session, CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await pages.MoveNextAsync());
        Assert.True(await pages.MoveNextAsync());

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await pages.MoveNextAsync()
        );
        Assert.Equal("after the second", failure.Message);
    }

    private async Task<IReadOnlyList<string>> IdsAsync(
        ChartSession session,
        CancellationToken cancellation = default
    )
    {
        var ids = new List<string>();
        await foreach (var page in _ahead.Read(session, cancellation))
            ids.AddRange(page.Items.Select(allergy => allergy.Id));
        return ids;
    }

    private async IAsyncEnumerable<Page<Allergy>> Pages(
        ChartSession session,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        try
        {
            lock (_asked)
                _asked.Add(session.PatientId);
            await _answer.Task.WaitAsync(cancellation);
            foreach (var number in new[] { 1, 2 })
                yield return new Page<Allergy>
                {
                    Items = [new Allergy { Id = $"{session.PatientId} {number}" }],
                    HasMore = number == 1,
                    ReceivedAt = session.OpenedAt,
                };
            if (_failsAfter)
                throw new InvalidOperationException("after the second");
        }
        finally
        {
            _ended.TrySetResult();
        }
    }

    private SectionAhead<Allergy> Ahead(params ChartView[] withheld) =>
        new(
            new SectionDefinition<Allergy>
            {
                Api = "allergy",
                View = ChartView.Allergies,
                Read = (session, cancellation) => Pages(session, cancellation),
                PatientOf = allergy => allergy.Patient?.Id,
            },
            _sessions,
            Sample.Glass(_sessions, withheld),
            _clock
        );
}
