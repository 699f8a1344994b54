namespace HealtheIntent.Client.Resilience;

/// <summary>
/// The rate of those APIs of a host that were throttled together. An API that was not throttled is never paced by it, and
/// one that alone is throttled again and again, while the others get their answers, is left to its own. Not safe for
/// threads: its queue locks.
/// </summary>
internal sealed class SharedLimit(ThrottleOptions options)
{
    private const int BlamedInARow = 4;

    /// <summary>APIs that are throttled within this time of each other meet one limit.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    private readonly HashSet<ApiLane> _throttled = [];
    private ApiLane? _blamed;
    private int _inARow;
    private int _answeredBeside;
    private double? _before;
    private TimeSpan _heldUntil;

    public LearnedRate Rate { get; } = new(options);

    public void Answered(ApiLane lane, CallTurn turn, TimeSpan now)
    {
        // Until there is a rate, it learns from all what passes.
        if (Rate.PerSecond is null && turn.Rate != Rate)
            Rate.Answered(Rate.Events, paced: false, turn.SentAt, now);
        if (_blamed is not null && lane != _blamed && turn.Rate == Rate)
            _answeredBeside++;
    }

    /// <summary>An API that goes at this rate was throttled.</summary>
    public void Throttled(ApiLane lane, CallTurn turn, TimeSpan now)
    {
        if (turn.Events == Rate.Events)
            Blame(lane);
        if (_inARow < BlamedInARow || _answeredBeside < BlamedInARow)
        {
            Rate.Throttled(turn.Events, null, now);
            return;
        }
        _throttled.Remove(lane);
        lane.Part(now);
        if (_before is { } before)
            Rate.Restore(before);
        Blame(null);
    }

    /// <summary>
    /// The first 429 of an API came after this long. In twice that time what others have under way is back as well and
    /// tells whether they meet the same limit: what they send before would only run into it.
    /// </summary>
    public void Hold(TimeSpan latency, TimeSpan now) => _heldUntil = now + latency * 2;

    /// <summary>How long those that were never throttled wait for what others have under way.</summary>
    public TimeSpan HoldLeft(TimeSpan now) => _heldUntil > now ? _heldUntil - now : TimeSpan.Zero;

    /// <summary>An API that goes at its own rate was throttled; it joins those that were at the same time.</summary>
    public void Meet(ApiLane lane, TimeSpan now)
    {
        _throttled.Add(lane);
        if (!_throttled.Any(other => other != lane && other.WasThrottledSince(now - Together)))
            return;
        if (Rate.PerSecond is null)
            Rate.Throttled(Rate.Events, null, now);
        foreach (var member in _throttled)
            if (member.WasThrottledSince(now - Together))
                member.Share();
    }

    private void Blame(ApiLane? lane)
    {
        if (lane == _blamed)
        {
            _inARow++;
            return;
        }
        _blamed = lane;
        _inARow = 1;
        _answeredBeside = 0;
        _before = Rate.PerSecond;
    }
}
