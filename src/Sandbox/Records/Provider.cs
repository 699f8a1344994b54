namespace HeiChartViewer.Sandbox.Records;

/// <summary>Who did, wrote or prescribed.</summary>
internal sealed record Provider
{
    public IReadOnlyList<Alias>? Aliases { get; init; }

    public required PractitionerName Name { get; init; }
}
