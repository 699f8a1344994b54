namespace HeiChartViewer.Sandbox.Population;

/// <summary>What one source says of one person.</summary>
internal sealed record IdentityPart(Person Person, SourcePerson Source);
