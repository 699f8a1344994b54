namespace HeiChartViewer.Sandbox.Control;

/// <summary>Holds as many requests as may come at once, and fills at the rate that may go on.</summary>
internal sealed class TokenBucket(double perSecond, int burst, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private double _tokens = burst;
    private long _filled = clock.GetTimestamp();

    /// <summary>Takes one request out; else tells how long until there is one.</summary>
    public bool TryTake(out TimeSpan wait)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            _tokens = Math.Min(
                burst,
                _tokens + clock.GetElapsedTime(_filled, now).TotalSeconds * perSecond
            );
            _filled = now;
            wait = TimeSpan.Zero;
            if (_tokens >= 1)
            {
                _tokens--;
                return true;
            }
            wait = TimeSpan.FromSeconds((1 - _tokens) / perSecond);
            return false;
        }
    }
}
