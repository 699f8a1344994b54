namespace HealtheIntent.Client.Resilience;

/// <summary>
/// The rate at which one account may call one API, or several that share a limit. The platform publishes none (contract 8.5), so it is learned from
/// the answers: no pace at all until the first 429; then additive increase, multiplicative decrease, and a token bucket
/// under the rate. A limiter that said 429 twice was empty both times, so what it let pass in between is its own rate:
/// the decrease starts from there, and not from how far the last probe overshot. Not safe for threads: its queue locks.
/// </summary>
internal sealed class LearnedRate(ThrottleOptions options)
{
    /// <summary>With fewer answers than this, a rate between two 429s is mostly chance.</summary>
    private const int FewestToMeasure = 8;
    private const int ShortestProbe = 25;
    private const double SearchGrowth = 1.5;
    private const double SameRate = 0.15;

    /// <summary>Turns a limiter may save up while the rate is below its own; it has to hold so many.</summary>
    private const double SavedByMargin = 8;
    private const int FewestRecent = 32;
    private const int MostRecent = 1024;

    /// <summary>Answers that come in together all let the rate grow; together they may double it once in this time.</summary>
    private static readonly TimeSpan DoublingTime = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan RecentTime = TimeSpan.FromSeconds(1);

    private readonly Queue<TimeSpan> _recent = new();

    private double _rate;
    private double _anchor;
    private double _tokens;
    private TimeSpan _countedAt;
    private TimeSpan _pausedUntil;
    private TimeSpan _eventAt;
    private TimeSpan _firstAnswerAt;
    private TimeSpan _latency;
    private TimeSpan _ceilingAt;
    private double _ceiling;
    private int _answers;
    private int _pacedAnswers;
    private int _patience;
    private int _probe = ShortestProbe;

    /// <summary>Calls a second; null while no 429 has been seen, or none for so long that it is forgotten.</summary>
    public double? PerSecond => Paced ? _rate : null;

    /// <summary>Whether the rate was measured, and is not still searched for.</summary>
    public bool Found => _anchor > 0;

    /// <summary>Counts the congestion events. A 429 to a call sent before the last one belongs to that one.</summary>
    public int Events { get; private set; }

    private bool Paced => _rate > 0;

    /// <summary>Takes a turn, when there is one now.</summary>
    public bool TryTake(TimeSpan now)
    {
        Refill(now);
        if (!Paced)
            return true;
        // A timer may be early by the rounding of its interval.
        if (now < _pausedUntil || _tokens < 1 - 1e-6)
            return false;
        _tokens--;
        return true;
    }

    /// <summary>How long nothing may go because a <c>Retry-After</c> asked for it.</summary>
    public TimeSpan PauseLeft(TimeSpan now) =>
        _pausedUntil > now ? _pausedUntil - now : TimeSpan.Zero;

    /// <summary>Gives back a turn of which nothing was sent.</summary>
    public void GiveBack() => _tokens++;

    /// <summary>How long until a turn comes for the last of so many calls; zero when there is no pace.</summary>
    public TimeSpan Until(int turns, TimeSpan now)
    {
        Refill(now);
        if (!Paced)
            return TimeSpan.Zero;
        return PauseLeft(now) + TimeSpan.FromSeconds(Math.Max(0, (turns - _tokens) / _rate));
    }

    /// <summary>An answer that was not a 429.</summary>
    /// <param name="events">What <see cref="Events"/> was when the call was sent.</param>
    /// <param name="paced">Whether the call had to wait for its turn: only then does its answer say that the rate could be higher.</param>
    /// <param name="sent">When the call was sent.</param>
    /// <param name="now">When it came.</param>
    public void Answered(int events, bool paced, TimeSpan sent, TimeSpan now)
    {
        _latency += (now - sent - _latency) / 8;
        if (events != Events)
            return;
        _recent.Enqueue(now);
        while (_recent.Count > RecentLength)
            _recent.Dequeue();
        if (!Paced)
            return;
        if (_answers++ == 0)
            _firstAnswerAt = now;
        if (!paced)
            return;
        _pacedAnswers++;
        Grow(now);
    }

    /// <summary>A 429.</summary>
    /// <param name="events">What <see cref="Events"/> was when the call was sent.</param>
    /// <param name="retryAfter">How long the answer asks to wait, when it does.</param>
    /// <param name="now">When it came.</param>
    public void Throttled(int events, TimeSpan? retryAfter, TimeSpan now)
    {
        if (events == Events)
            Decrease(now);
        Pause(retryAfter, now);
    }

    /// <summary>Sends nothing for as long as an answer asks, when it does, or the longest time it is given.</summary>
    public void Pause(TimeSpan? retryAfter, TimeSpan now)
    {
        if (retryAfter is not { Ticks: > 0 } asked)
            return;
        var until = now + (asked < options.PauseLimit ? asked : options.PauseLimit);
        if (until <= _pausedUntil)
            return;
        // One call goes when the pause is over, to see.
        _pausedUntil = _countedAt = until;
        _tokens = 1;
    }

    /// <summary>Takes decreases back that another's limit was the reason of.</summary>
    /// <param name="perSecond">What <see cref="PerSecond"/> was before them.</param>
    public void Restore(double perSecond)
    {
        _rate = perSecond;
        _ceiling = _rate * 2;
    }

    private void Decrease(TimeSpan now)
    {
        _patience = 0;
        if (!Paced)
            _rate = Math.Max(options.InitialRate, RecentRate(now) * options.Decrease);
        else if (_answers >= FewestToMeasure && _pacedAnswers * 2 >= _answers)
            DecreaseTo(Settled ? Rate(_answers - 1, now - _firstAnswerAt) : RecentRate(now));
        else
        {
            _rate = Math.Max(options.MinRate, _rate * options.Decrease);
            _anchor = 0;
            _probe = ShortestProbe;
            _patience = FewestToMeasure;
        }
        Events++;
        _recent.Clear();
        _answers = _pacedAnswers = 0;
        _eventAt = _countedAt = now;
        _tokens = 0;
        _ceilingAt = now;
        _ceiling = _rate * 2;
    }

    /// <summary>The same rate found again is probed less and less often, and from less and less far below.</summary>
    private void DecreaseTo(double measured)
    {
        var found = Math.Min(_rate, measured);
        _probe =
            Math.Abs(found - _anchor) <= _anchor * SameRate
                ? Math.Min(_probe * 2, options.ProbeInterval)
                : ShortestProbe;
        _anchor = found;
        _rate = Math.Max(options.MinRate, _anchor * (1 - Margin));
    }

    /// <summary>Whether the rate stayed so close to the one found before that all answers since then measure it.</summary>
    private bool Settled => _anchor > 0 && _pacedAnswers <= ProbeLength * (1 + SameRate);

    /// <summary>How many answers to measure by: enough that the chance of their latencies does not count.</summary>
    private double RecentLength =>
        Math.Clamp(_rate * _latency.TotalSeconds * 4, FewestRecent, MostRecent);

    /// <summary>How many answers a probe takes; it has to last several times as long as news of its failure.</summary>
    private double ProbeLength => Math.Max(_probe, _anchor * _latency.TotalSeconds * 4);

    /// <summary>How far below the rate that was found to go, as a share of it; a probe goes as far above.</summary>
    private double Margin => Math.Min(1 - options.Decrease, SavedByMargin / ProbeLength);

    private void Grow(TimeSpan now)
    {
        if (_pacedAnswers <= _patience)
            return;
        if (now - _ceilingAt >= (_latency * 2 > DoublingTime ? _latency * 2 : DoublingTime))
        {
            _ceilingAt = now;
            _ceiling = _rate * 2;
        }
        var grown =
            _anchor == 0 ? _rate * SearchGrowth
            : _pacedAnswers <= ProbeLength ? _rate + _anchor * Margin * 2 / ProbeLength
            : _rate + (_rate - _anchor) / Math.Max(ShortestProbe, _anchor * _latency.TotalSeconds);
        Refill(now);
        _rate = Math.Min(grown, Math.Max(_rate, _ceiling));
    }

    /// <summary>Before the first 429, over the last second at most; after one, since then at most.</summary>
    private double RecentRate(TimeSpan now)
    {
        while (!Paced && _recent.TryPeek(out var old) && now - old > RecentTime)
            _recent.Dequeue();
        if (_recent.Count < RecentLength && !Paced)
            return Rate(_recent.Count, RecentTime);
        return _recent.Count == 0 ? 0 : Rate(_recent.Count - 1, now - _recent.Peek());
    }

    private static double Rate(int answers, TimeSpan span) =>
        answers / Math.Max(span.TotalSeconds, 0.001);

    private void Refill(TimeSpan now)
    {
        if (Paced && now - _eventAt > options.Memory && now > _pausedUntil)
            Forget();
        if (!Paced || now <= _countedAt)
            return;
        _tokens = Math.Min(
            1 + _rate * options.BurstTime.TotalSeconds,
            _tokens + (now - _countedAt).TotalSeconds * _rate
        );
        _countedAt = now;
    }

    private void Forget()
    {
        _rate = _anchor = 0;
        _probe = ShortestProbe;
    }
}
