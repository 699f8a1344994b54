namespace HeiChartViewer.Sandbox.Control;

/// <summary>The body of an order to end OAuth authorizations.</summary>
internal sealed record RevokeOrder
{
    /// <summary>Whose; null is everybody's.</summary>
    public string? Account { get; init; }
}
