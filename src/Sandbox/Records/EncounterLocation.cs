namespace HeiChartViewer.Sandbox.Records;

/// <summary>Where an encounter took place.</summary>
internal sealed record EncounterLocation
{
    public required string Facility { get; init; }

    public string? Unit { get; init; }
}
