namespace HeiChartViewer.Sandbox.Records;

/// <summary>What the laboratory expects of a healthy person.</summary>
internal sealed record ReferenceRange
{
    public Quantity? Low { get; init; }

    public Quantity? High { get; init; }

    public string? Text { get; init; }
}
