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
    /// <summary>What it belongs to, where that matters.</summary>
    public DrugClass? Class { get; init; }

    /// <summary>What is given in its place to who is allergic to it; nothing, where there is none.</summary>
    public Drug? Instead { get; init; }

    /// <summary>How much a child is given for each kilogram; the dose is then worked out when it is ordered.</summary>
    public double? DosePerKilogram { get; init; }

    /// <summary>The millilitres of the bottle that it comes in; by the piece, where there is none.</summary>
    public string? BottleMilliliters { get; init; }

    /// <summary>The dose somebody else may have on file.</summary>
    public string? OtherDose { get; init; }
}
