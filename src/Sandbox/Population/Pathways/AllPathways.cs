namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>Every pathway of the population.</summary>
internal static class AllPathways
{
    public static readonly IReadOnlyList<Pathway> List =
    [
        DiabetesPathway.Pathway,
        HypertensionPathway.Pathway,
    ];
}
