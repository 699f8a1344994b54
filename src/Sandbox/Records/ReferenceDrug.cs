namespace HeiChartViewer.Sandbox.Records;

/// <summary>Whether a drug was named by brand or generically (contract 6.5).</summary>
internal sealed record ReferenceDrug
{
    public required string BrandType { get; init; }
}
