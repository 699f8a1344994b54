namespace HealtheIntent.Client.Resilience;

/// <summary>
/// Where the calls to one host wait for a place among those under way and for their turn under the learned rate.
/// Interactive calls go first; a share of the turns is kept for background calls, so that they never starve.
/// </summary>
internal sealed class CallQueue : IDisposable
{
    private readonly ResilienceOptions _options;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly LearnedRate _rate;
    private readonly LinkedList<CallTurn> _interactive = [];
    private readonly LinkedList<CallTurn> _background = [];
    private double _backgroundCredit;
    private int _underWay;

    public CallQueue(ResilienceOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _origin = time.GetTimestamp();
        _rate = new LearnedRate(options.Throttle);
        _timer = time.CreateTimer(
            static queue => ((CallQueue)queue!).Wake(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    public int Waiting
    {
        get
        {
            lock (_lock)
                return _interactive.Count + _background.Count;
        }
    }

    public double? LearnedRate
    {
        get
        {
            lock (_lock)
                return _rate.PerSecond;
        }
    }

    /// <summary>Waits for a turn. It is given back by <see cref="Leave"/>.</summary>
    /// <param name="priority">Who waits.</param>
    /// <param name="again">Whether it had a turn already, which was answered with 429: it goes before those who had none.</param>
    /// <param name="budget">How long it may wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NoTurnException">Its turn does not come within the budget.</exception>
    public async Task<CallTurn> EnterAsync(
        CallPriority priority,
        bool again,
        TimeSpan budget,
        CancellationToken cancellationToken
    )
    {
        var turn = new CallTurn(priority);
        var line = Line(priority);
        lock (_lock)
        {
            if (_rate.PerSecond is not null)
            {
                var wait = ExpectedWait(priority, again);
                if (wait >= budget)
                    throw new NoTurnException(throttled: true, wait);
            }
            if (
                line.Count >= _options.MaxQueuedCalls
                && (line.Count > 0 || _underWay >= _options.MaxConcurrentCalls)
            )
                throw Refusal();
            if (again)
                line.AddFirst(turn);
            else
                line.AddLast(turn);
            Pump();
        }
        if (turn.Come.IsCompleted)
            return turn;
        try
        {
            await turn.Come.WaitAsync(budget, _time, cancellationToken).ConfigureAwait(false);
            return turn;
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or TimeoutException)
        {
            lock (_lock)
            {
                if (!line.Remove(turn))
                {
                    _rate.GiveBack();
                    _underWay--;
                }
                Pump();
                if (exception is TimeoutException)
                    throw Refusal();
            }
            throw;
        }
    }

    /// <summary>An answer came, or the attempt failed without one.</summary>
    public void Leave(CallTurn turn, bool answered)
    {
        lock (_lock)
        {
            if (answered)
                _rate.Answered(turn.Events, turn.Paced, turn.SentAt, Now);
            _underWay--;
            Pump();
        }
    }

    /// <summary>The answer was 429.</summary>
    public void LeaveThrottled(CallTurn turn, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            _rate.Throttled(turn.Events, retryAfter, Now);
            _underWay--;
            Pump();
        }
    }

    /// <summary>Nothing was sent.</summary>
    public void LeaveUnsent(CallTurn turn)
    {
        lock (_lock)
        {
            _rate.GiveBack();
            _underWay--;
            Pump();
        }
    }

    /// <summary>
    /// How long a call that comes now would wait for its turn, at the least: while the rate is being searched for, it may
    /// be many times what it is now, and those ahead do not count.
    /// </summary>
    public TimeSpan ExpectedWait(CallPriority priority, bool again)
    {
        lock (_lock)
            return _rate.Until(_rate.Found ? Ahead(priority, again) + 1 : 1, Now);
    }

    public void Dispose() => _timer.Dispose();

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    private LinkedList<CallTurn> Line(CallPriority priority) =>
        priority is CallPriority.Interactive ? _interactive : _background;

    private int Ahead(CallPriority priority, bool again) =>
        again ? 0
        : priority is CallPriority.Background ? _interactive.Count + _background.Count
        : _interactive.Count
            + Math.Min(
                _background.Count,
                (int)(_interactive.Count * _options.Throttle.BackgroundShare)
            );

    private NoTurnException Refusal() =>
        _rate.PerSecond is null
            ? new NoTurnException(throttled: false, null)
            : new NoTurnException(
                throttled: true,
                _rate.Until(_interactive.Count + _background.Count + 1, Now)
            );

    private void Wake()
    {
        lock (_lock)
            Pump();
    }

    private void Pump()
    {
        while (
            _underWay < _options.MaxConcurrentCalls && _interactive.Count + _background.Count > 0
        )
        {
            if (!_rate.TryTake(Now))
            {
                foreach (var turn in _interactive.Concat(_background))
                    turn.Paced = true;
                _timer.Change(AtLeastATick(_rate.Until(1, Now)), Timeout.InfiniteTimeSpan);
                return;
            }
            _underWay++;
            Next().Begin(_rate.Events, Now);
        }
    }

    // A timer of zero would call back at once and find the turn a rounding away.
    private static TimeSpan AtLeastATick(TimeSpan wait) =>
        wait > TimeSpan.Zero ? wait : TimeSpan.FromTicks(1);

    private CallTurn Next()
    {
        var line = _interactive.Count > 0 ? _interactive : _background;
        if (_interactive.Count > 0 && _background.Count > 0)
        {
            _backgroundCredit += _options.Throttle.BackgroundShare;
            if (_backgroundCredit >= 1)
            {
                _backgroundCredit--;
                line = _background;
            }
        }
        var turn = line.First!.Value;
        line.RemoveFirst();
        return turn;
    }
}
