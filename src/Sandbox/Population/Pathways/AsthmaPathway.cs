using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>Asthma: better once an inhaled steroid is added.</summary>
internal static class AsthmaPathway
{
    public static readonly Pathway Pathway = new(
        "Asthma",
        "FEV1 rises after the inhaled steroid starts.",
        8,
        (9, 48),
        null,
        Live
    );

    private static void Live(ChartBuilder chart)
    {
        var found = Background.Later(Background.Recent(chart, 6), chart.Birthday(6));
        chart.Body.Shift(LabTests.ExpiratoryVolume, found.AddDays(-300), -0.7, 200);
        var first = chart.See(VisitKind.Office, found, Diagnoses.Asthma);
        chart.Vitals(first);
        chart.Perform(Procedures.Spirometry, first);
        chart.Measure(first, LabTests.ExpiratoryVolume);
        chart.Diagnose(Diagnoses.Asthma, first);
        chart.Prescribe(Drugs.Albuterol, first, asNeeded: true);
        chart.Allergic(Allergens.HouseDustMite, found, "low", "Mild");
        chart.Prescribe(Drugs.Loratadine, first);
        chart.Note(
            DocumentKind.History,
            first,
            "Wheeze at night and after sport.",
            "Mother has hay fever, a brother has eczema."
        );

        var stepped = false;
        foreach (var day in chart.Days(found.AddDays(60), 160))
        {
            var visit = chart.See(VisitKind.Office, day, Diagnoses.Asthma);
            chart.Vitals(visit);
            chart.Measure(visit, LabTests.ExpiratoryVolume);
            if (!stepped)
            {
                stepped = true;
                chart.Prescribe(Drugs.Fluticasone, visit);
                chart.Body.Shift(LabTests.ExpiratoryVolume, day, 0.6, 60);
            }
            chart.Note(DocumentKind.Progress, visit);
        }
    }
}
