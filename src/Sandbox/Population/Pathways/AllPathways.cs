namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>Every pathway of the population.</summary>
internal static class AllPathways
{
    public static readonly IReadOnlyList<Pathway> List =
    [
        DiabetesPathway.Pathway,
        HypertensionPathway.Pathway,
        HeartFailurePathway.Pathway,
        CopdPathway.Pathway,
        AsthmaPathway.Pathway,
        AtrialFibrillationPathway.Pathway,
        DepressionPathway.Pathway,
        PregnancyPathway.Pathway,
        BreastCancerPathway.Pathway,
        WellChildPathway.Pathway,
        HealthyAdultPathway.Pathway,
        TraumaPathway.Pathway,
        HivPathway.Pathway,
        SepsisPathway.Pathway,
        NewbornPathway.Pathway,
    ];
}
