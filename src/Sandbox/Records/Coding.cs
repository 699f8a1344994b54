namespace HeiChartViewer.Sandbox.Records;

/// <summary>A code in a coding system, the system as a bare OID, a URN or a URL (contract 6.2).</summary>
internal sealed record Coding
{
    public required string System { get; init; }

    public required string Code { get; init; }

    public string? Display { get; init; }
}
