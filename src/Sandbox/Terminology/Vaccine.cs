namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>A vaccine, since when there is one, and how it is given.</summary>
internal sealed record Vaccine(Term Code, int Since, string DoseMilliliters, string Manufacturer)
{
    public const string ByMouth = "Oral";
    public const string UnderTheSkin = "Subcutaneous";

    public string Route { get; init; } = "Intramuscular";
}
