using HealtheIntent.Client.Telemetry;

namespace HealtheIntent.Client.Resilience;

/// <summary>
/// Where the calls to one host wait for a place among those under way, and for their turn under the rate that was learned
/// for their API. Turns go round the APIs, so that one that waits takes none of the others'. Interactive calls go first; a
/// share of the turns is kept for background calls, so that they never starve.
/// </summary>
internal sealed class CallQueue : IDisposable
{
    private static readonly TimeSpan TimerEarliness = TimeSpan.FromMilliseconds(2);

    private readonly ResilienceOptions _options;
    private readonly TimeProvider _time;
    private readonly string _host;
    private readonly long _origin;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly SharedLimit _shared;
    private readonly List<ApiLane> _lanes = [];
    private double _backgroundCredit;
    private int _underWay;
    private int _next;
    private bool _timed;

    /// <summary>The queue of one host.</summary>
    public CallQueue(ResilienceOptions options, TimeProvider time, string host)
    {
        _host = host;
        _options = options;
        _time = time;
        _origin = time.GetTimestamp();
        _shared = new SharedLimit(options.Throttle);
        _timer = time.CreateTimer(
            static queue => ((CallQueue)queue!).Wake(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>How many calls wait, and the rate that was learned, for each API.</summary>
    public IReadOnlyList<(string Api, int Waiting, double? PerSecond)> Observe()
    {
        lock (_lock)
            return [.. _lanes.Select(lane => (lane.Api, lane.Waiting, lane.Rate.PerSecond))];
    }

    /// <summary>Waits for a turn. It is given back by <see cref="Leave"/>.</summary>
    /// <param name="api">The API that is called.</param>
    /// <param name="priority">Who waits.</param>
    /// <param name="again">Whether it had a turn already, which was answered with 429: it goes before those who had none.</param>
    /// <param name="budget">How long it may wait: no longer than until the token is cancelled.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NoTurnException">Its turn does not come within the budget.</exception>
    public async Task<CallTurn> EnterAsync(
        string api,
        CallPriority priority,
        bool again,
        TimeSpan budget,
        CancellationToken cancellationToken
    )
    {
        var started = Now;
        var turn = Join(api, priority, again, budget);
        if (turn.Come.IsCompleted)
            return turn;
        try
        {
            await turn.Come.WaitAsync(cancellationToken).ConfigureAwait(false);
            ClientTelemetry.Waited(_host, api, Now - started);
            return turn;
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                if (!turn.Lane.Line(priority).Remove(turn))
                {
                    turn.Rate!.GiveBack();
                    _underWay--;
                }
                Pump();
                // The call's own timeout ends the wait; that the platform throttles is why, and is what the caller has to know.
                if (Now - started >= budget - TimerEarliness)
                    throw Refusal(turn);
            }
            throw;
        }
    }

    /// <summary>Takes a place in the line; the turn tells when it has come.</summary>
    /// <exception cref="NoTurnException">The line is full, or the turn would not come within the budget.</exception>
    public CallTurn Join(string api, CallPriority priority, bool again, TimeSpan budget)
    {
        lock (_lock)
        {
            var lane = Lane(api);
            var turn = new CallTurn(lane, priority);
            var line = lane.Line(priority);
            var wait = ExpectedWait(lane, priority, again);
            if (wait > TimeSpan.Zero && wait >= budget)
                throw new NoTurnException(throttled: true, wait);
            if (again)
                line.AddFirst(turn);
            else
                line.AddLast(turn);
            Pump();
            if (again || turn.Come.IsCompleted || line.Count <= _options.MaxQueuedCalls)
                return turn;
            line.Remove(turn);
            Pump();
            throw Refusal(turn);
        }
    }

    /// <summary>An answer came, or the attempt failed without one.</summary>
    public void Leave(CallTurn turn, bool answered)
    {
        lock (_lock)
        {
            if (answered)
                turn.Lane.Answered(turn, Now);
            _underWay--;
            Pump();
        }
    }

    /// <summary>The answer was 429.</summary>
    public void LeaveThrottled(CallTurn turn, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            turn.Lane.Throttled(turn, retryAfter, Now);
            _underWay--;
            Pump();
        }
    }

    /// <summary>Nothing was sent.</summary>
    public void LeaveUnsent(CallTurn turn)
    {
        lock (_lock)
        {
            turn.Rate!.GiveBack();
            _underWay--;
            Pump();
        }
    }

    /// <summary>How long a call that was throttled would wait for its next turn, at the least.</summary>
    public TimeSpan ExpectedWait(CallTurn turn)
    {
        lock (_lock)
            return ExpectedWait(turn.Lane, turn.Priority, again: true);
    }

    public void Dispose() => _timer.Dispose();

    // While the rate is being searched for, it may be many times what it is now, and those ahead do not count.
    private TimeSpan ExpectedWait(ApiLane lane, CallPriority priority, bool again) =>
        lane.Until(lane.Rate.Found ? Ahead(lane, priority, again) + 1 : 1, Now);

    /// <summary>How many turns under the same rate come first: the turns go round, so no more of another API than of this one.</summary>
    private int Ahead(ApiLane lane, CallPriority priority, bool again)
    {
        var before = again ? 0 : lane.Line(priority).Count;
        return before
            + _lanes
                .Where(other => other != lane && other.Rate == lane.Rate)
                .Sum(other => Math.Min(before, other.Line(priority).Count))
            + (
                priority is CallPriority.Interactive
                    ? (int)(before * _options.Throttle.BackgroundShare)
                    : _lanes
                        .Where(other => other.Rate == lane.Rate)
                        .Sum(other => other.Line(CallPriority.Interactive).Count)
            );
    }

    private NoTurnException Refusal(CallTurn turn) =>
        turn.Lane.Rate.PerSecond is null
            ? new NoTurnException(throttled: false, null)
            : new NoTurnException(
                throttled: true,
                ExpectedWait(turn.Lane, turn.Priority, again: false)
            );

    private ApiLane Lane(string api)
    {
        if (_lanes.Find(known => known.Api == api) is { } lane)
            return lane;
        lane = new ApiLane(api, _options.Throttle, _shared);
        _lanes.Add(lane);
        return lane;
    }

    private void Wake()
    {
        lock (_lock)
        {
            _timed = false;
            Pump();
        }
    }

    private void Pump()
    {
        while (_underWay < _options.MaxConcurrentCalls && Next() is { } turn)
        {
            _underWay++;
            turn.Begin(Now);
        }
        // Who waits for a place is woken by the one who leaves it.
        var waiting = _lanes.Where(lane => lane.Waiting > 0).ToList();
        if (waiting.Count == 0 || _underWay >= _options.MaxConcurrentCalls)
        {
            if (_timed)
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timed = false;
            return;
        }
        foreach (var lane in waiting)
            lane.Block();
        _timed = true;
        _timer.Change(
            AtLeastATick(waiting.Min(lane => lane.Until(1, Now))),
            Timeout.InfiniteTimeSpan
        );
    }

    // A timer of zero would call back at once and find the turn a rounding away.
    private static TimeSpan AtLeastATick(TimeSpan wait) =>
        wait > TimeSpan.Zero ? wait : TimeSpan.FromTicks(1);

    private CallTurn? Next()
    {
        var both =
            _lanes.Any(lane => lane.Line(CallPriority.Interactive).Count > 0)
            && _lanes.Any(lane => lane.Line(CallPriority.Background).Count > 0);
        var first =
            both && _backgroundCredit + _options.Throttle.BackgroundShare >= 1
                ? CallPriority.Background
                : CallPriority.Interactive;
        var turn =
            Next(first)
            ?? Next(
                first is CallPriority.Interactive
                    ? CallPriority.Background
                    : CallPriority.Interactive
            );
        if (turn is null || !both)
            return turn;
        _backgroundCredit =
            turn.Priority is CallPriority.Background
                ? Math.Max(0, _backgroundCredit + _options.Throttle.BackgroundShare - 1)
                : Math.Min(1, _backgroundCredit + _options.Throttle.BackgroundShare);
        return turn;
    }

    private CallTurn? Next(CallPriority priority)
    {
        for (var tried = 0; tried < _lanes.Count; tried++)
        {
            var at = (_next + tried) % _lanes.Count;
            var line = _lanes[at].Line(priority);
            if (line.First is not { Value: var turn } || !_lanes[at].TryTake(Now))
                continue;
            line.RemoveFirst();
            _next = at + 1;
            return turn;
        }
        return null;
    }
}
