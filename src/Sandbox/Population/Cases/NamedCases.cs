namespace HeiChartViewer.Sandbox.Population.Cases;

/// <summary>The cases of the catalogue, in the order of the worklist.</summary>
internal static class NamedCases
{
    public static readonly IReadOnlyList<PersonSketch> All =
    [
        Analisa.Sketch,
        .. IdentityCases.All,
        .. RecordCases.All,
        .. TimeCases.All,
        .. DocumentCases.All,
        .. IsolationCases.All,
    ];
}
