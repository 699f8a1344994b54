namespace HeiChartViewer.Tests.Unit.Client.Resilience;

/// <summary>A limiter as gateways have them, and how much of it was used.</summary>
internal sealed class TokenBucket(double perSecond, int size)
{
    private double _tokens = size;
    private double _permits = size;
    private double _filledAt;

    public double PerSecond { get; private set; } = perSecond;
    public int Passed { get; private set; }
    public int Throttled { get; private set; }
    public double UsedShare => Passed / _permits;
    public double ThrottledShare => (double)Throttled / (Passed + Throttled);

    public bool Take(TimeSpan now)
    {
        Fill(now);
        if (_tokens < 1)
        {
            Throttled++;
            return false;
        }
        _tokens--;
        Passed++;
        return true;
    }

    public void Change(double allowed, TimeSpan now)
    {
        Fill(now);
        PerSecond = allowed;
    }

    /// <summary>Counts from here on.</summary>
    public void Reset(TimeSpan now)
    {
        Fill(now);
        (_permits, Passed, Throttled) = (_tokens, 0, 0);
    }

    public void Fill(TimeSpan now)
    {
        var filled = (now.TotalSeconds - _filledAt) * PerSecond;
        _permits += filled;
        _tokens = Math.Min(size, _tokens + filled);
        _filledAt = now.TotalSeconds;
    }
}
