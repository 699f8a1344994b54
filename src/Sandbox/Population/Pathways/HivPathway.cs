using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>HIV: found late or early, treated from the first visit, and kept below what can be measured.</summary>
internal static class HivPathway
{
    public static readonly Pathway Pathway = new(
        "HIV",
        "The viral load falls below detection after treatment starts, and the CD4 count rises.",
        3,
        (22, 66),
        null,
        Live
    );

    private static void Live(ChartBuilder chart)
    {
        var found = Background
            .Later(chart.Birthday(19), Background.Recent(chart, 7))
            .AddDays(-chart.Random.Between(0, 30));
        found = Background.Later(found, chart.Birthday(18));
        var load = chart.Random.Between(20_000, 240_000);
        var lost = chart.Random.Between(320, 600);
        chart.Body.Shift(LabTests.HivRna, found.AddDays(-200), load, 120);
        chart.Body.Shift(LabTests.Cd4, found.AddDays(-900), -lost, 800);

        var first = chart.See(VisitKind.Office, found, Diagnoses.Hiv, chart.Hospital);
        chart.Vitals(first);
        chart.Measure(first, LabTests.HivRna, LabTests.Cd4);
        chart.Measure(first, LabTests.BloodCount);
        chart.Measure(first, LabTests.Metabolic);
        chart.Measure(first, LabTests.Liver);
        chart.Diagnose(Diagnoses.Hiv, first);
        chart.Prescribe(Drugs.Antiretroviral, first);
        chart.Note(DocumentKind.Consult, first, "Test done at the patient's own wish.");

        chart.Body.Shift(LabTests.HivRna, found.AddDays(1), -load, 50);
        chart.Body.Shift(LabTests.Cd4, found.AddDays(20), lost * 0.7, 700);
        var controls = chart
            .Days(found.AddDays(28), 45, found.AddDays(130))
            .Concat(chart.Days(found.AddDays(180), 180));
        foreach (var day in controls)
        {
            var visit = chart.See(VisitKind.Office, day, Diagnoses.Hiv, chart.Hospital);
            chart.Measure(visit, LabTests.HivRna, LabTests.Cd4);
            if (chart.Random.Chance(0.5))
                chart.Measure(visit, LabTests.Metabolic);
            chart.Note(DocumentKind.Progress, visit);
        }
    }
}
