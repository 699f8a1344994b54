namespace HeiChartViewer.Sandbox.Records;

/// <summary>The name of a provider, in the spelling of the asserter (contract 6.3).</summary>
internal sealed record PractitionerName
{
    public string? Prefix { get; init; }

    public required IReadOnlyList<string> Given { get; init; }

    public required IReadOnlyList<string> Family { get; init; }

    public required string Formatted { get; init; }
}
