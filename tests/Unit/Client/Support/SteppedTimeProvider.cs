namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>A clock that a simulation moves from event to event; what is due runs on the caller's thread.</summary>
internal sealed class SteppedTimeProvider : TimeProvider
{
    private readonly List<Waiting> _waiting = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer is due; null when none is set.</summary>
    public TimeSpan? NextDue => _waiting.Count == 0 ? null : _waiting.Min(timer => timer.Due);

    public override long GetTimestamp() => _now.Ticks;

    public void MoveTo(TimeSpan now)
    {
        _now = now;
        while (_waiting.Find(timer => timer.Due <= _now) is { } due)
        {
            _waiting.Remove(due);
            due.Fire();
        }
    }

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new Waiting(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Waiting(SteppedTimeProvider clock, Action callback) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock._waiting.Remove(this);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            Due = clock._now + dueTime;
            clock._waiting.Add(this);
            return true;
        }

        public void Dispose() => clock._waiting.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
