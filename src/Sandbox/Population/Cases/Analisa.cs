using HeiChartViewer.Sandbox.Population.Pathways;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Cases;

/// <summary>The rich chart: many conditions, conflicting doses, a potassium that becomes an emergency.</summary>
internal static class Analisa
{
    public static readonly PersonSketch Sketch = new()
    {
        Key = "analisa",
        Title = "The whole chart",
        What =
            "A rich record from three sources that overlap and disagree: every section has something to show.",
        Name = new PersonName("Analisa", "Roberson"),
        Sex = Sex.Female,
        Born = new DateOnly(1934, 8, 20),
        PatientId = "a2f6a16d-1331-4ccc-8f70-6c4d953ba70b",
        PersonId = "151579",
        Mrn = "4481207731",
        Live = Live,
    };

    private static void Live(ChartBuilder chart)
    {
        chart.Allergic(Allergens.PenicillinV, new DateOnly(2018, 4, 1), "high", "Severe");
        chart.Allergic(Allergens.Latex, new DateOnly(2011, 6, 14), "low", "Mild");
        chart.Allergic(Allergens.Shellfish, new DateOnly(2015, 9, 2));
        DiabetesPathway.Live(chart);
    }
}
