using System.Collections.Concurrent;

namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// The sessions of this process. The server's clock alone decides when one is warned, locked and ended, whatever a
/// browser does or does not do meanwhile (controls 44, 45, 47).
/// </summary>
public sealed class ChartSessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<SessionId, KeptSession> _kept = new();
    private readonly ConcurrentQueue<ChartSession> _endedWithBrokenGlass = new();

    /// <summary>Keeps a new session.</summary>
    public void Add(ChartSession session)
    {
        if (!_kept.TryAdd(session.Id, new KeptSession(session, clock)))
            throw new InvalidOperationException("A session id was made twice.");
    }

    /// <summary>The session of this id, or null where it never was, is locked or has ended.</summary>
    public ChartSession? Find(SessionId id) =>
        Kept(id) is { Standing: SessionStanding.Open or SessionStanding.Warned } kept
            ? kept.Session
            : null;

    /// <summary>The session that a path names, or null.</summary>
    public ChartSession? Find(string? text) =>
        SessionId.TryParse(text, out var id) ? Find(id) : null;

    /// <summary>The session of this id where it is locked, or null.</summary>
    public ChartSession? FindLocked(SessionId id) =>
        Kept(id) is { Standing: SessionStanding.Locked } kept ? kept.Session : null;

    /// <summary>How a session stands.</summary>
    public SessionStanding StandingOf(SessionId id) => Kept(id)?.Standing ?? SessionStanding.Ended;

    /// <summary>How a session stands that an address names; ended, where it names none.</summary>
    public SessionStanding StandingOf(string? text) =>
        SessionId.TryParse(text, out var id) ? StandingOf(id) : SessionStanding.Ended;

    /// <summary>The user of a session has scrolled, typed, pointed or gone somewhere. A locked session stays locked.</summary>
    public void Touch(SessionId id) => Kept(id)?.Touch();

    /// <summary>Opens a locked session of a user who has proved again who they are; any other is left as it stands.</summary>
    /// <returns>Whether it was opened.</returns>
    public bool Resume(SessionId id, ChartUser user, DateTimeOffset provenAt) =>
        Kept(id) is { Session: { Mode: ChartMode.Coordinator } session } kept
        && session.User.Id == user.Id
        && kept.Resume(provenAt);

    /// <summary>The user of a session has proved who they are, at that time.</summary>
    public void Proven(SessionId id, DateTimeOffset at) => Kept(id)?.Proven(at);

    /// <summary>Whether somebody has vouched for a session's user within this time.</summary>
    public bool IsProven(SessionId id, TimeSpan within) =>
        Kept(id) is { } kept && clock.GetUtcNow() - kept.ProvenAt <= within;

    /// <summary>Breaks the glass of one session (control 64).</summary>
    /// <returns>Whether it is broken: not where the session is locked or has ended.</returns>
    public bool BreakGlass(SessionId id, DateTimeOffset until) =>
        Kept(id)?.BreakGlass(until) ?? false;

    /// <summary>Lets the glass of a session stand again.</summary>
    public void MendGlass(SessionId id) => Kept(id)?.MendGlass();

    /// <summary>Until when the glass of a session is broken; null where it stands.</summary>
    public DateTimeOffset? GlassBrokenUntil(SessionId id) => Kept(id)?.GlassBrokenUntil;

    /// <summary>Tells when the glass of a session is broken and when it stands again, until it is disposed of.</summary>
    public IDisposable WatchGlass(SessionId id, Action changed)
    {
        var kept = Kept(id);
        return new SessionWatch<DateTimeOffset?>(
            kept,
            clock,
            () => kept?.GlassBrokenUntil,
            () => kept?.GlassBrokenUntil,
            kept?.GlassBrokenUntil,
            _ => changed()
        );
    }

    /// <summary>Ends a session; whoever watches it learns so at once.</summary>
    /// <returns>Whether this ended it: not where it had ended before.</returns>
    public bool End(SessionId id)
    {
        if (!_kept.TryRemove(id, out var kept))
            return false;
        kept.End();
        if (kept.UntoldMending())
            _endedWithBrokenGlass.Enqueue(kept.Session);
        return true;
    }

    /// <summary>Ends all of a user's sessions.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="until">Those that were opened later go on; null ends them too.</param>
    /// <returns>Those that were ended.</returns>
    public IReadOnlyList<ChartSession> EndAllOf(string userId, DateTimeOffset? until = null) =>
        EndWhere(session => session.User.Id == userId && !(session.OpenedAt > until));

    /// <summary>Ends those of a user's sessions that a sign-in vouched for.</summary>
    /// <returns>Those that were ended.</returns>
    public IReadOnlyList<ChartSession> EndSignedInOf(string userId) =>
        EndWhere(session => session.User.Id == userId && session.SignIn is not null);

    /// <summary>A user's sessions that have not ended, the latest first.</summary>
    public IReadOnlyList<(ChartSession Session, SessionStanding Standing)> Of(string userId) =>
        [
            .. _kept
                .Values.Where(kept => kept.Session.User.Id == userId)
                .Select(kept => (kept.Session, kept.Standing))
                .Where(own => own.Standing is not SessionStanding.Ended)
                .OrderByDescending(own => own.Session.OpenedAt),
        ];

    /// <summary>The sessions that have not ended, without their patients: by user, and the latest first.</summary>
    public IReadOnlyList<SessionOverview> List() =>
        [
            .. _kept
                .Values.Select(kept => new SessionOverview(
                    kept.Session.User,
                    kept.Session.Mode,
                    kept.Standing,
                    kept.Session.OpenedAt,
                    kept.LastActive
                ))
                .Where(overview => overview.Standing is not SessionStanding.Ended)
                .OrderBy(overview => overview.User.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(overview => overview.User.Id, StringComparer.Ordinal)
                .ThenByDescending(overview => overview.OpenedAt),
        ];

    /// <summary>Tells of each change of a session's standing, until it is disposed of.</summary>
    public IDisposable Watch(SessionId id, Action<SessionStanding> changed)
    {
        var kept = Kept(id);
        return new SessionWatch<SessionStanding>(
            kept,
            clock,
            () => kept?.Standing ?? SessionStanding.Ended,
            () => kept?.NextChange,
            SessionStanding.Open,
            changed
        );
    }

    /// <summary>When a session locks, if its user gives no sign before.</summary>
    public DateTimeOffset LocksAt(SessionId id) => Kept(id)?.LocksAt ?? clock.GetUtcNow();

    /// <summary>The session that an address names, however it stands; null where it names none.</summary>
    public ChartSession? Named(string? text) =>
        SessionId.TryParse(text, out var id) ? Kept(id)?.Session : null;

    /// <summary>The sessions that the clock has locked or ended since the last time; those that ended are let go.</summary>
    internal IReadOnlyList<(ChartSession Session, SessionStanding Standing)> Collect()
    {
        var news = new List<(ChartSession, SessionStanding)>();
        foreach (var (id, kept) in _kept)
        {
            if (kept.Untold() is not { } standing)
                continue;
            news.Add((kept.Session, standing));
            if (standing is SessionStanding.Ended)
                End(id);
        }
        return news;
    }

    /// <summary>The sessions whose glass was broken and stands again since the last time.</summary>
    internal IReadOnlyList<ChartSession> CollectMended()
    {
        var mended = _kept
            .Values.Where(kept => kept.UntoldMending())
            .Select(kept => kept.Session)
            .ToList();
        while (_endedWithBrokenGlass.TryDequeue(out var ended))
            mended.Add(ended);
        return mended;
    }

    private List<ChartSession> EndWhere(Func<ChartSession, bool> isMeant) =>
        [
            .. _kept
                .Values.Select(kept => kept.Session)
                .Where(session => isMeant(session) && End(session.Id)),
        ];

    internal KeptSession? Kept(SessionId id) => _kept.GetValueOrDefault(id);
}
