namespace HeiChartViewer.Sandbox.Control;

/// <summary>The clock everything in the sandbox is dated by: the machine's, off by as much as was ordered.</summary>
internal sealed class OffsetClock(TimeProvider clock) : TimeProvider
{
    private long _offset;

    /// <summary>What is added to the time of day; how time passes is untouched.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offset));
        set => Interlocked.Exchange(ref _offset, value.Ticks);
    }

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Offset;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => clock.CreateTimer(callback, state, dueTime, period);
}
