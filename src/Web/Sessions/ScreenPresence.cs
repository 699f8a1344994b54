namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// Whether somebody is there before a screen that shows no session: the times of a chart, and a lock that nothing opens but
/// another screen.
/// </summary>
public sealed class ScreenPresence(TimeProvider clock, ChartSessionOptions limits)
    : IPresence,
        IChanging
{
    private readonly Lock _gate = new();
    private DateTimeOffset _lastActive = clock.GetUtcNow();

    /// <inheritdoc />
    public event Action? Changed;

    /// <inheritdoc />
    public TimeSpan WarnAfter => limits.WarnAfter;

    /// <inheritdoc />
    public DateTimeOffset LocksAt
    {
        get
        {
            lock (_gate)
                return _lastActive + limits.LockAfter;
        }
    }

    private SessionStanding Standing
    {
        get
        {
            lock (_gate)
                return (clock.GetUtcNow() - _lastActive) switch
                {
                    var idle when idle >= limits.LockAfter => SessionStanding.Locked,
                    var idle when idle >= limits.WarnAfter => SessionStanding.Warned,
                    _ => SessionStanding.Open,
                };
        }
    }

    private DateTimeOffset? Next =>
        Standing switch
        {
            SessionStanding.Open => LocksAt - limits.LockAfter + limits.WarnAfter,
            SessionStanding.Warned => LocksAt,
            _ => null,
        };

    /// <inheritdoc />
    public void Touch()
    {
        if (Standing is SessionStanding.Locked)
            return;
        lock (_gate)
            _lastActive = clock.GetUtcNow();
        Changed?.Invoke();
    }

    /// <inheritdoc />
    public IDisposable Watch(Action<SessionStanding> changed) =>
        new SessionWatch<SessionStanding>(
            this,
            clock,
            () => Standing,
            () => Next,
            SessionStanding.Open,
            changed
        );
}
