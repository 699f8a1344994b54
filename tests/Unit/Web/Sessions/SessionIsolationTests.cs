using System.Runtime.CompilerServices;
using HealtheIntent.Client;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Tests.Unit.Web.Sessions;

public sealed class SessionIsolationTests
{
    private const int Screens = 20;
    private const int Patients = 8;
    private const int Interleavings = 10_000;

    private readonly Random _random = new(20261123);
    private readonly List<PendingRead> _reads = [];
    private int _withheld;
    private int _late;
    private int _received;

    /// <summary>
    /// Charts are opened, reloaded, used, locked and ended in any order, while answers arrive in any other, late, for
    /// charts that are gone, and now and then about the wrong patient. Run off the test's own context, so that each
    /// answer is worked off where it arrives and a seed means one run.
    /// </summary>
    [Fact]
    public Task Control_33_Ten_thousand_interleavings_leak_no_byte() => Task.Run(Interleave);

    private void Interleave()
    {
        using var circuits = new Circuits(Read);
        var screens = new OpenChartScreen[Screens];
        for (var i = 0; i < Screens; i++)
            screens[i] = circuits.Launch(Patient());
        for (var step = 0; step < Interleavings; step++)
        {
            Step(circuits, screens);
            foreach (var screen in screens)
                AssertOnlyOwn(circuits, screen);
        }
        Assert.Equal(
            _withheld,
            circuits.Audit.Entries.Count(entry =>
                entry.Action is AuditAction.ForeignPatientWithheld
            )
        );
        // Otherwise nothing of what is asserted above has been put to the test.
        Assert.True(_withheld > 100 && _late > 100 && _received > 1000);
        foreach (var screen in screens)
            screen.Dispose();
    }

    private void Step(Circuits circuits, OpenChartScreen[] screens)
    {
        var i = _random.Next(Screens);
        switch (_random.Next(20))
        {
            case 0:
                screens[i].Dispose();
                screens[i] = circuits.Launch(Patient());
                break;
            case 1 when circuits.Sessions.Find(screens[i].Session.Id) is { } session:
                screens[i].Dispose();
                screens[i] = circuits.Show(session);
                break;
            case 2:
                screens[i].Dispatch(new LoadSection<Allergy>(screens[i].Session));
                break;
            case 3:
                circuits.Clock.Advance(TimeSpan.FromSeconds(_random.Next(240)));
                break;
            case < 8:
                circuits.Sessions.Touch(screens[i].Session.Id);
                break;
            case 8 when _random.Next(4) == 0:
                circuits.Sessions.End(screens[i].Session.Id);
                break;
            default:
                Answer(circuits);
                break;
        }
    }

    private void Answer(Circuits circuits)
    {
        if (_reads.Count == 0)
            return;
        var read = _reads[_random.Next(_reads.Count)];
        var isOpen = circuits.Sessions.Find(read.Session.Id) is not null;
        var isWaiting = !read.Cancellation.IsCancellationRequested;
        _late += isOpen && isWaiting ? 0 : 1;
        var about = read.Session.PatientId;
        if (_random.Next(20) == 0)
            about = Patient();
        if (about != read.Session.PatientId && isOpen)
            _withheld++;
        _reads.Remove(read);
        read.Answer.SetResult((about, HasMore: _random.Next(3) > 0));
    }

    private void AssertOnlyOwn(Circuits circuits, OpenChartScreen screen)
    {
        var records = screen.Allergies.Records;
        var foreign = records
            .Where(record =>
                !record.Id!.StartsWith(screen.Session.PatientId, StringComparison.Ordinal)
            )
            .Sum(record => record.Id!.Length);
        Assert.Equal(0, foreign);
        if (circuits.Sessions.Find(screen.Session.Id) is null)
            Assert.Empty(records);
        _received += records.Count;
    }

    private string Patient() => $"patient-{_random.Next(Patients)}";

    /// <summary>What a tenant that is asked for a patient answers, when the test lets it. It may answer what was cancelled.</summary>
    private async IAsyncEnumerable<Page<Allergy>> Read(
        ChartSession session,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        for (var page = 0; ; page++)
        {
            var read = new PendingRead(session, cancellation);
            _reads.Add(read);
            var (about, hasMore) = await read.Answer.Task;
            // Every other answer names its patient in its links alone, as an empty record would.
            var named = page % 2 == 0 ? new Reference(about) : null;
            yield return new Page<Allergy>
            {
                Items = [new() { Id = $"{about}-{page}", Patient = named }],
                HasMore = hasMore,
                PatientId = named is null ? about : null,
                ReceivedAt = session.OpenedAt,
            };
            if (!hasMore)
                yield break;
        }
    }

    private sealed record PendingRead(ChartSession Session, CancellationToken Cancellation)
    {
        /// <summary>Goes on where it is answered, and not on another thread.</summary>
        public TaskCompletionSource<(string About, bool HasMore)> Answer { get; } = new();
    }
}
