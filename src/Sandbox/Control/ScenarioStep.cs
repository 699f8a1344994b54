using HeiChartViewer.Sandbox.Credentials;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>What happens at one moment of a scenario: any of the orders that can be given singly.</summary>
internal sealed record ScenarioStep
{
    /// <summary>When, after the start.</summary>
    public int AfterMs { get; init; }

    /// <summary>Ends all faults and the throttle first.</summary>
    public bool? Clear { get; init; }

    public IReadOnlyList<FaultOrder>? Faults { get; init; }

    public ThrottleOrder? Throttle { get; init; }

    public RotateOrder? Rotate { get; init; }

    public OAuthOrder? OAuth { get; init; }

    public RetireOrder? Retire { get; init; }

    public MergeOrder? Merge { get; init; }

    public SplitOrder? Split { get; init; }

    public ChangeOrder? Change { get; init; }

    public SensitiveOrder? Sensitive { get; init; }

    public ClockOrder? Clock { get; init; }
}
