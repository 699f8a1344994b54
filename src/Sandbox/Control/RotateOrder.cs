namespace HeiChartViewer.Sandbox.Control;

/// <summary>The body of an order to give an account another bearer token.</summary>
internal sealed record RotateOrder
{
    public const int DefaultOverlapSeconds = 300;

    /// <summary>How long the old token goes on.</summary>
    public int? OverlapSeconds { get; init; }
}
