namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>A drug as it is usually ordered.</summary>
internal sealed record Drug(
    Term? Code,
    string Name,
    string Dose,
    Unit DoseUnit,
    string Form,
    string Route,
    string Frequency
)
{
    /// <summary>The dose somebody else may have on file.</summary>
    public string? OtherDose { get; init; }
}
