namespace HeiChartViewer.Sandbox.Records;

/// <summary>An identifier that another system gave.</summary>
internal sealed record Alias
{
    public required string System { get; init; }

    public string? Type { get; init; }

    public required string Value { get; init; }
}
