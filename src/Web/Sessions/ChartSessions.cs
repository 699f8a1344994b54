using System.Collections.Concurrent;

namespace HeiChartViewer.Web.Sessions;

/// <summary>The open sessions of this process. The server's clock alone decides when one ends (control 45).</summary>
public sealed class ChartSessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<SessionId, ChartSession> _open = new();

    /// <summary>A session was ended before its time; what shows it has to close.</summary>
    public event Action<SessionId>? Ended;

    /// <summary>Keeps a new session.</summary>
    public void Add(ChartSession session)
    {
        DropExpired();
        if (!_open.TryAdd(session.Id, session))
            throw new InvalidOperationException("A session id was made twice.");
    }

    /// <summary>The session of this id, or null where it never was or has ended.</summary>
    public ChartSession? Find(SessionId id) =>
        _open.TryGetValue(id, out var session) && session.ExpiresAt > clock.GetUtcNow()
            ? session
            : null;

    /// <summary>The session that a path names, or null.</summary>
    public ChartSession? Find(string? text) =>
        SessionId.TryParse(text, out var id) ? Find(id) : null;

    /// <summary>Ends a session.</summary>
    public void End(SessionId id)
    {
        if (_open.TryRemove(id, out _))
            Ended?.Invoke(id);
    }

    /// <summary>Ends all of a user's sessions.</summary>
    public void EndAllOf(string userId)
    {
        foreach (var (id, session) in _open)
            if (session.User.Id == userId)
                End(id);
    }

    private void DropExpired()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, session) in _open)
            if (session.ExpiresAt <= now)
                _open.TryRemove(id, out _);
    }
}
