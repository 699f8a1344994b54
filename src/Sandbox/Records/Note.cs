namespace HeiChartViewer.Sandbox.Records;

/// <summary>Free text that belongs to a record (contract 6.3).</summary>
internal sealed record Note
{
    public string? Date { get; init; }

    public required string Text { get; init; }
}
