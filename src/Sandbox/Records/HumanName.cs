namespace HeiChartViewer.Sandbox.Records;

/// <summary>A name of a patient (contract 3.3).</summary>
internal sealed record HumanName
{
    public string? Use { get; init; }

    public required IReadOnlyList<string> GivenNames { get; init; }

    public required IReadOnlyList<string> FamilyNames { get; init; }

    public string? Prefix { get; init; }

    public string? Formatted { get; init; }
}
