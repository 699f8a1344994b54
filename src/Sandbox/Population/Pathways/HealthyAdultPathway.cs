using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>A healthy adult: check-ups, and a cough now and then.</summary>
internal static class HealthyAdultPathway
{
    public static readonly Pathway Pathway = new(
        "Healthy adult",
        "Little to see, and that is known: normal results and no long-term drug.",
        10,
        (20, 62),
        null,
        Live
    );

    public static void Live(ChartBuilder chart)
    {
        foreach (var day in chart.Days(Background.Recent(chart, 5), 500))
        {
            chart.Body.Swing(LabTests.Temperature, day.AddDays(-1), 1.1, 4);
            chart.Body.Swing(LabTests.CReactiveProtein, day.AddDays(-1), 20, 8);
            var visit = chart.See(VisitKind.Office, day, Diagnoses.AcuteBronchitis);
            chart.Vitals(visit);
            chart.Measure(visit, LabTests.CReactiveProtein);
            chart.Diagnose(Diagnoses.AcuteBronchitis, visit, day, day.AddDays(16));
            chart.Prescribe(Drugs.Acetaminophen, visit, day.AddDays(7), asNeeded: true);
            chart.Note(DocumentKind.Progress, visit, "Cough for a week, no breathlessness.");
        }
        if (chart.Random.Chance(0.3))
        {
            var visit = chart.See(
                VisitKind.Office,
                Background.Recent(chart, 3),
                Diagnoses.VitaminDDeficiency
            );
            chart.Body.Swing(LabTests.VitaminD, visit.Day.AddDays(-60), -18, 120);
            chart.Measure(visit, LabTests.VitaminD);
            chart.Diagnose(Diagnoses.VitaminDDeficiency, visit);
            chart.Note(DocumentKind.Progress, visit);
        }
        if (chart.Random.Chance(0.2))
        {
            var visit = chart.See(
                VisitKind.Office,
                Background.Recent(chart, 5),
                Diagnoses.Migraine
            );
            chart.Vitals(visit);
            chart.Diagnose(Diagnoses.Migraine, visit);
            chart.Prescribe(Drugs.Ibuprofen400, visit, asNeeded: true);
            chart.Note(DocumentKind.Progress, visit);
        }
    }
}
