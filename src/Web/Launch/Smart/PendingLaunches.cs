namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>The launches that wait for an answer: each for a few minutes, and for one answer.</summary>
internal sealed class PendingLaunches(TimeProvider clock)
{
    /// <summary>How many wait at most; a flood pushes out the oldest.</summary>
    public const int Capacity = 10_000;

    /// <summary>How long a launch waits: the EHR may ask the user to sign in, or which patient it is.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PendingLaunch> _waiting = new(StringComparer.Ordinal);
    private readonly Queue<(string State, DateTimeOffset Ends)> _inOrder = new();

    /// <summary>Lets a launch wait.</summary>
    public void Add(PendingLaunch launch)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            DropEnded(now);
            if (_inOrder.Count >= Capacity)
                _waiting.Remove(_inOrder.Dequeue().State);
            _waiting.Add(launch.State, launch);
            _inOrder.Enqueue((launch.State, now + Life));
        }
    }

    /// <summary>Takes a launch out, whatever becomes of it; null where none waits under this state.</summary>
    public PendingLaunch? Take(string state)
    {
        lock (_gate)
        {
            DropEnded(clock.GetUtcNow());
            return _waiting.Remove(state, out var launch) ? launch : null;
        }
    }

    private void DropEnded(DateTimeOffset now)
    {
        while (_inOrder.TryPeek(out var oldest) && oldest.Ends <= now)
            _waiting.Remove(_inOrder.Dequeue().State);
    }
}
