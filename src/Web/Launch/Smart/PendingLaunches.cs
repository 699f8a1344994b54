namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>The launches that wait for an answer: each for a few minutes, and for one answer.</summary>
internal sealed class PendingLaunches(TimeProvider clock)
{
    /// <summary>How many of one EHR wait at most; a flood pushes out the oldest of that EHR, and no other.</summary>
    public const int Capacity = 10_000;

    /// <summary>How long a launch waits: the EHR may ask the user to sign in, or which patient it is.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PendingLaunch> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<SmartIssuer, Queue<(string State, DateTimeOffset Ends)>> _inOrder =
    [];

    /// <summary>Lets a launch wait.</summary>
    public void Add(PendingLaunch launch)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            DropEnded(now);
            if (!_inOrder.TryGetValue(launch.Issuer, out var inOrder))
                _inOrder.Add(launch.Issuer, inOrder = new());
            if (inOrder.Count >= Capacity)
                _waiting.Remove(inOrder.Dequeue().State);
            _waiting.Add(launch.State, launch);
            inOrder.Enqueue((launch.State, now + Life));
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
        foreach (var inOrder in _inOrder.Values)
            while (inOrder.TryPeek(out var oldest) && oldest.Ends <= now)
                _waiting.Remove(inOrder.Dequeue().State);
    }
}
