namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>
/// A clock that stands still. A wait no longer than <paramref name="skip"/> is over at once, and moves the clock by its
/// length; a longer one is over when the test moves the clock that far.
/// </summary>
internal sealed class SkippingTimeProvider(TimeSpan skip) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];
    private DateTimeOffset _now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public SkippingTimeProvider()
        : this(TimeSpan.FromSeconds(2)) { }

    public List<TimeSpan> Skipped { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

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

    public void Advance(TimeSpan by)
    {
        List<Waiting> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _waiting.Where(timer => timer.Due <= _now)];
            _waiting.RemoveAll(due.Contains);
        }
        foreach (var timer in due)
            timer.Fire();
    }

    private void Start(Waiting timer, TimeSpan wait)
    {
        lock (_lock)
        {
            timer.Due = _now + wait;
            _waiting.Add(timer);
            if (wait > skip)
                return;
            Skipped.Add(wait);
        }
        Advance(wait);
    }

    private void Stop(Waiting timer)
    {
        lock (_lock)
            _waiting.Remove(timer);
    }

    private sealed class Waiting(SkippingTimeProvider clock, Action callback) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        // As a real timer does, calls back on a thread of its own.
        public void Fire() => ThreadPool.QueueUserWorkItem(_ => callback());

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Stop(this);
            if (dueTime != Timeout.InfiniteTimeSpan)
                clock.Start(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Stop(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
