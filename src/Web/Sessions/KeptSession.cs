namespace HeiChartViewer.Web.Sessions;

/// <summary>A session and how it is used. What stands in it changes under its own lock.</summary>
internal sealed class KeptSession(ChartSession session, TimeProvider clock) : IChanging
{
    private readonly ChartSessionOptions _limits = session.Tenant.Session;
    private readonly Lock _gate = new();
    private DateTimeOffset _lastActive = clock.GetUtcNow();
    private bool _ended;
    private SessionStanding _told;
    private DateTimeOffset? _glassBrokenUntil;
    private DateTimeOffset? _provenAt = session.SignIn is { } signIn ? signIn.At : session.OpenedAt;

    /// <inheritdoc />
    public event Action? Changed;

    public ChartSession Session => session;

    public SessionBinding Binding { get; } = new(clock);

    public DateTimeOffset LastActive
    {
        get
        {
            lock (_gate)
                return _lastActive;
        }
    }

    public DateTimeOffset LocksAt => Earlier(LastActive + _limits.LockAfter, session.ExpiresAt);

    public SessionStanding Standing
    {
        get
        {
            lock (_gate)
                return StandingNow();
        }
    }

    /// <summary>When somebody last vouched for the user: the launch, or a sign-in; null where nobody says when.</summary>
    public DateTimeOffset? ProvenAt
    {
        get
        {
            lock (_gate)
                return _provenAt;
        }
    }

    /// <summary>Until when the glass is broken; null where it stands. A lock and an end mend it (control 64).</summary>
    public DateTimeOffset? GlassBrokenUntil
    {
        get
        {
            lock (_gate)
                return GlassNow();
        }
    }

    /// <summary>When the clock alone changes the standing next; null where nothing is left to change.</summary>
    public DateTimeOffset? NextChange
    {
        get
        {
            lock (_gate)
                return StandingNow() switch
                {
                    SessionStanding.Open => Earlier(
                        _lastActive + _limits.WarnAfter,
                        session.ExpiresAt
                    ),
                    SessionStanding.Warned => Earlier(
                        _lastActive + _limits.LockAfter,
                        session.ExpiresAt
                    ),
                    SessionStanding.Locked => Earlier(
                        _lastActive + _limits.EndAfter,
                        session.ExpiresAt
                    ),
                    _ => null,
                };
        }
    }

    /// <summary>The user has given a sign. A session that is locked already stays locked: the sign came too late.</summary>
    public void Touch()
    {
        SessionStanding before;
        lock (_gate)
        {
            before = StandingNow();
            if (before is SessionStanding.Open or SessionStanding.Warned)
                _lastActive = clock.GetUtcNow();
        }
        if (before is SessionStanding.Warned)
            Changed?.Invoke();
    }

    /// <summary>Opens a locked session again for a proof that is younger than the lock.</summary>
    public bool Resume(DateTimeOffset provenAt)
    {
        lock (_gate)
        {
            var lockedAt = _lastActive + _limits.LockAfter;
            // A proof is told in whole seconds.
            if (
                StandingNow() is not SessionStanding.Locked
                || provenAt.ToUnixTimeSeconds() < lockedAt.ToUnixTimeSeconds()
            )
                return false;
            _lastActive = clock.GetUtcNow();
            _told = SessionStanding.Open;
            Prove(provenAt);
            Mend();
        }
        Changed?.Invoke();
        return true;
    }

    /// <summary>The user has proved again who they are.</summary>
    public void Proven(DateTimeOffset at)
    {
        lock (_gate)
            Prove(at);
    }

    /// <summary>Breaks the glass of a session that is open.</summary>
    /// <returns>Whether it is broken.</returns>
    public bool BreakGlass(DateTimeOffset until)
    {
        lock (_gate)
        {
            if (StandingNow() is not (SessionStanding.Open or SessionStanding.Warned))
                return false;
            _glassBrokenUntil = until;
        }
        Changed?.Invoke();
        return true;
    }

    /// <summary>Lets the glass stand again.</summary>
    public void MendGlass()
    {
        lock (_gate)
            Mend();
        Changed?.Invoke();
    }

    /// <summary>Whether a glass that was broken stands again since this was last asked.</summary>
    public bool UntoldMending()
    {
        lock (_gate)
        {
            if (_glassBrokenUntil is null || GlassNow() is not null)
                return false;
            _glassBrokenUntil = null;
            return true;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            _told = SessionStanding.Ended;
        }
        Changed?.Invoke();
    }

    /// <summary>The lock or the end that the clock has brought since this was last asked; null where it brought none.</summary>
    public SessionStanding? Untold()
    {
        lock (_gate)
        {
            var now = StandingNow();
            if (now is not (SessionStanding.Locked or SessionStanding.Ended) || now == _told)
                return null;
            return _told = now;
        }
    }

    private void Prove(DateTimeOffset at) => _provenAt = _provenAt > at ? _provenAt : at;

    private void Mend()
    {
        if (_glassBrokenUntil is not null)
            _glassBrokenUntil = clock.GetUtcNow();
    }

    private DateTimeOffset? GlassNow() =>
        _glassBrokenUntil > clock.GetUtcNow()
        && StandingNow() is (SessionStanding.Open or SessionStanding.Warned)
            ? _glassBrokenUntil
            : null;

    private SessionStanding StandingNow()
    {
        var now = clock.GetUtcNow();
        var idle = now - _lastActive;
        if (_ended || now >= session.ExpiresAt || idle >= _limits.EndAfter)
            return SessionStanding.Ended;
        if (idle >= _limits.LockAfter)
            return SessionStanding.Locked;
        return idle >= _limits.WarnAfter ? SessionStanding.Warned : SessionStanding.Open;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) =>
        one < other ? one : other;
}
