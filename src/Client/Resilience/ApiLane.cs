namespace HealtheIntent.Client.Resilience;

/// <summary>The calls of one API that wait, and the rate they go at. Not safe for threads: its queue locks.</summary>
internal sealed class ApiLane(string api, ThrottleOptions options, SharedLimit shared)
{
    private readonly LinkedList<CallTurn> _interactive = [];
    private readonly LinkedList<CallTurn> _background = [];
    private readonly LearnedRate _own = new(options);
    private bool _shares;
    private bool _alone;
    private TimeSpan? _throttledAt;

    public string Api { get; } = api;

    /// <summary>The rate that holds here: the API's own, or the one it shares.</summary>
    public LearnedRate Rate => _shares ? shared.Rate : _own;

    /// <summary>Counts how often the rate let nobody go.</summary>
    public int Blocks { get; private set; }

    public int Waiting => _interactive.Count + _background.Count;

    public LinkedList<CallTurn> Line(CallPriority priority) =>
        priority is CallPriority.Interactive ? _interactive : _background;

    public bool TryTake(TimeSpan now) => Held(now) == TimeSpan.Zero && Rate.TryTake(now);

    public void Block() => Blocks++;

    /// <summary>How long until a turn comes for the last of so many calls under this rate.</summary>
    public TimeSpan Until(int turns, TimeSpan now)
    {
        var (held, wait) = (Held(now), Rate.Until(turns, now));
        return held > wait ? held : wait;
    }

    public void Answered(CallTurn turn, TimeSpan now)
    {
        if (turn.Rate == Rate)
            Rate.Answered(turn.Events, turn.Paced, turn.SentAt, now);
        shared.Answered(this, turn, now);
    }

    public void Throttled(CallTurn turn, TimeSpan? retryAfter, TimeSpan now)
    {
        _throttledAt = now;
        if (_shares)
        {
            if (turn.Rate == Rate)
                shared.Throttled(this, turn, now);
            _own.Pause(retryAfter, now);
            return;
        }
        if (_own.PerSecond is null)
            shared.Hold(now - turn.SentAt, now);
        if (turn.Rate == _own)
            _own.Throttled(turn.Events, retryAfter, now);
        else
            _own.Pause(retryAfter, now);
        _alone &= _own.PerSecond is not null;
        if (!_alone)
            shared.Meet(this, now);
    }

    /// <summary>Whether this API was throttled so lately that another that is throttled now meets the same limit.</summary>
    public bool WasThrottledSince(TimeSpan time) => !_alone && _throttledAt >= time;

    public void Share() => _shares = true;

    /// <summary>Goes at a rate of its own from now on, until that is forgotten.</summary>
    public void Part(TimeSpan now)
    {
        _shares = false;
        _alone = true;
        _own.Throttled(_own.Events, null, now);
    }

    private TimeSpan Held(TimeSpan now) =>
        Rate.PerSecond is null ? shared.HoldLeft(now) : _own.PauseLeft(now);
}
