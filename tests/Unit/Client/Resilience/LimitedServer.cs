using HealtheIntent.Client;
using HealtheIntent.Client.Resilience;

namespace HeiChartViewer.Tests.Unit.Client.Resilience;

/// <summary>
/// A limiter whose rate the client does not know, and a client with more to ask than it allows, in time that is only
/// counted: events in order, without threads.
/// </summary>
internal sealed class LimitedServer(double allowed, int burst)
{
    private const int Concurrency = 20;
    private const double Latency = 0.003;
    private const double Jitter = 0.01;
    private const double TimerLateness = 0.003;

    private readonly LearnedRate _rate = new(new ThrottleOptions());
    private readonly Random _random = new(7);
    private readonly PriorityQueue<Sent, double> _underWay = new();
    private double _now;
    private double _filledAt;
    private double _tokens = burst;
    private double _permits = burst;
    private int _passed;
    private int _throttled;
    private bool _paced;

    public double Allowed { get; set; } = allowed;
    public double UsedShare => _passed / _permits;
    public double ThrottledShare => (double)_throttled / (_passed + _throttled);

    public void Serve(int calls)
    {
        var goal = _passed + calls;
        while (_passed < goal)
        {
            var wake = Send(goal);
            var next = _underWay.TryPeek(out _, out var due) ? Math.Min(wake, due) : wake;
            _permits += (next - _now) * Allowed;
            _now = next;
            while (_underWay.TryPeek(out var sent, out due) && due <= _now)
                Receive(_underWay.Dequeue());
        }
    }

    /// <summary>Sends all that may go now.</summary>
    /// <returns>When the next may go.</returns>
    private double Send(int goal)
    {
        while (_underWay.Count < Concurrency && _passed + _underWay.Count < goal)
        {
            if (!_rate.TryTake(Time(_now)))
            {
                _paced = true;
                return _now
                    + Math.Max(_rate.Until(1, Time(_now)).TotalSeconds, 1e-4)
                    + TimerLateness * _random.NextDouble();
            }
            _tokens = Math.Min(burst, _tokens + (_now - _filledAt) * Allowed);
            _filledAt = _now;
            var passes = _tokens >= 1;
            if (passes)
                _tokens--;
            _underWay.Enqueue(
                new Sent(passes, _rate.Events, _paced, _now),
                _now + Latency + Jitter * _random.NextDouble()
            );
        }
        return double.PositiveInfinity;
    }

    private void Receive(Sent sent)
    {
        if (sent.Passes)
        {
            _passed++;
            _rate.Answered(sent.Events, sent.Paced, Time(sent.At), Time(_now));
        }
        else
        {
            _throttled++;
            _rate.Throttled(sent.Events, null, Time(_now));
        }
    }

    private static TimeSpan Time(double seconds) => TimeSpan.FromSeconds(seconds);

    private sealed record Sent(bool Passes, int Events, bool Paced, double At);
}
