namespace HeiChartViewer.Sandbox.Smart;

/// <summary>The body of an order to misbehave, and of what the control tells.</summary>
internal sealed record SmartOrder
{
    public SmartMisbehaviour? Misbehaviour { get; init; }

    /// <summary>How long a slow token takes, at most a minute.</summary>
    public int? DelayMs { get; init; }
}
