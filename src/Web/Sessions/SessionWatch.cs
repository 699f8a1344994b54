namespace HeiChartViewer.Web.Sessions;

/// <summary>Looks after one thing about a session for one screen: it tells of each change, once.</summary>
internal sealed class SessionWatch<T> : IDisposable
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly IChanging? _source;
    private readonly TimeProvider _clock;
    private readonly Func<T> _look;
    private readonly Func<DateTimeOffset?> _next;
    private readonly Action<T> _changed;
    private readonly ITimer _timer;
    private T _told;
    private bool _disposed;

    /// <summary>Begins, and tells at once of what is not as it was told.</summary>
    /// <param name="source">What says that it may have changed.</param>
    /// <param name="clock">The server's.</param>
    /// <param name="look">How it stands.</param>
    /// <param name="next">When the clock alone changes it next.</param>
    /// <param name="told">What the screen knows of it.</param>
    /// <param name="changed">Whom to tell.</param>
    public SessionWatch(
        IChanging? source,
        TimeProvider clock,
        Func<T> look,
        Func<DateTimeOffset?> next,
        T told,
        Action<T> changed
    )
    {
        (_source, _clock, _look, _next, _told, _changed) = (
            source,
            clock,
            look,
            next,
            told,
            changed
        );
        _timer = clock.CreateTimer(
            _ => Look(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        if (_source is not null)
            _source.Changed += Look;
        Look();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
            _disposed = true;
        if (_source is not null)
            _source.Changed -= Look;
        _timer.Dispose();
    }

    private void Look()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            var now = _look();
            if (_next() is { } next)
            {
                var wait = next - _clock.GetUtcNow();
                _timer.Change(wait > Soonest ? wait : Soonest, Timeout.InfiniteTimeSpan);
            }
            if (EqualityComparer<T>.Default.Equals(now, _told))
                return;
            _told = now;
            _changed(now);
        }
    }
}
