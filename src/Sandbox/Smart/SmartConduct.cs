namespace HeiChartViewer.Sandbox.Smart;

/// <summary>Which misbehaviour is on now: one at a time, so that a refusal has one cause.</summary>
internal sealed class SmartConduct
{
    private volatile int _current;

    public SmartMisbehaviour Current
    {
        get => (SmartMisbehaviour)_current;
        set => _current = (int)value;
    }

    /// <summary>How long a slow token takes.</summary>
    public TimeSpan TokenDelay { get; set; } = DefaultTokenDelay;

    public static readonly TimeSpan DefaultTokenDelay = TimeSpan.FromSeconds(20);

    public void Follow(SmartOrder order)
    {
        TokenDelay = order.DelayMs is { } ms ? TimeSpan.FromMilliseconds(ms) : DefaultTokenDelay;
        Current = order.Misbehaviour!.Value;
    }

    /// <summary>Ends the misbehaviour.</summary>
    public void Behave() => (Current, TokenDelay) = (SmartMisbehaviour.None, DefaultTokenDelay);

    public bool Is(SmartMisbehaviour misbehaviour) => Current == misbehaviour;
}
