namespace HeiChartViewer.Web.Sessions;

/// <summary>Looks after the glass of one session for one screen: it tells of each change, once.</summary>
public sealed class GlassWatch : IDisposable
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly KeptSession? _kept;
    private readonly TimeProvider _clock;
    private readonly Action _changed;
    private readonly ITimer _timer;
    private DateTimeOffset? _told;
    private bool _disposed;

    internal GlassWatch(KeptSession? kept, TimeProvider clock, Action changed)
    {
        (_kept, _clock, _changed) = (kept, clock, changed);
        _told = kept?.GlassBrokenUntil;
        _timer = clock.CreateTimer(
            _ => Look(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        if (_kept is not null)
            _kept.Changed += Look;
        Look();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
            _disposed = true;
        if (_kept is not null)
            _kept.Changed -= Look;
        _timer.Dispose();
    }

    private void Look()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            var until = _kept?.GlassBrokenUntil;
            if (until is { } mends)
            {
                var wait = mends - _clock.GetUtcNow();
                _timer.Change(wait > Soonest ? wait : Soonest, Timeout.InfiniteTimeSpan);
            }
            if (until == _told)
                return;
            _told = until;
            _changed();
        }
    }
}
