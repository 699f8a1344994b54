namespace HeiChartViewer.Web.Sessions;

/// <summary>Looks after one session for one screen: it tells of each change of standing, once.</summary>
public sealed class SessionWatch : IDisposable
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly KeptSession? _kept;
    private readonly TimeProvider _clock;
    private readonly Action<SessionStanding> _changed;
    private readonly ITimer _timer;
    private SessionStanding _told = SessionStanding.Open;
    private bool _disposed;

    internal SessionWatch(KeptSession? kept, TimeProvider clock, Action<SessionStanding> changed)
    {
        (_kept, _clock, _changed) = (kept, clock, changed);
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

    /// <summary>When the session locks, if nobody gives a sign before.</summary>
    public DateTimeOffset LocksAt => _kept?.LocksAt ?? _clock.GetUtcNow();

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
            var standing = _kept?.Standing ?? SessionStanding.Ended;
            if (_kept?.NextChange is { } next)
            {
                var wait = next - _clock.GetUtcNow();
                _timer.Change(wait > Soonest ? wait : Soonest, Timeout.InfiniteTimeSpan);
            }
            if (standing == _told)
                return;
            _told = standing;
            _changed(standing);
        }
    }
}
