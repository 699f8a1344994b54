namespace HeiChartViewer.Sandbox.Control;

/// <summary>The body of an order of faults.</summary>
internal sealed record FaultOrders
{
    public IReadOnlyList<FaultOrder>? Faults { get; init; }
}
