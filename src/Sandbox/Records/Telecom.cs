namespace HeiChartViewer.Sandbox.Records;

/// <summary>A telephone number or e-mail address.</summary>
internal sealed record Telecom
{
    public required string System { get; init; }

    public required string Value { get; init; }

    public string? Use { get; init; }
}
