using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>Atrial fibrillation on warfarin: INR weekly, then monthly, mostly between 2 and 3.</summary>
internal static class AtrialFibrillationPathway
{
    public static readonly Pathway Pathway = new(
        "Atrial fibrillation, warfarin",
        "INR is mostly in the therapeutic range of 2 to 3 after the first weeks.",
        7,
        (60, 88),
        null,
        Live
    );

    private static void Live(ChartBuilder chart)
    {
        var found = Background.Recent(chart, 4);
        chart.Body.Swing(LabTests.HeartRate, found.AddDays(-2), 55, 6);
        var first = chart.See(VisitKind.Emergency, found, Diagnoses.AtrialFibrillation);
        chart.Vitals(first);
        chart.Measure(first, LabTests.Metabolic);
        chart.Measure(first, LabTests.Thyrotropin, LabTests.TroponinT, LabTests.Inr);
        chart.Perform(Procedures.Electrocardiogram, first);
        chart.Diagnose(Diagnoses.AtrialFibrillation, first);
        chart.Prescribe(Drugs.Warfarin, first);
        chart.Prescribe(Drugs.MetoprololTartrate, first);
        chart.Body.Shift(LabTests.Inr, found, 1.5, 14);
        chart.Note(DocumentKind.Emergency, first, "Palpitations since this morning.");

        var controls = chart
            .Days(found.AddDays(5), 7, found.AddDays(35))
            .Concat(chart.Days(found.AddDays(50), 42));
        foreach (var day in controls)
        {
            var visit = chart.See(VisitKind.Office, day, Diagnoses.AtrialFibrillation);
            chart.Measure(
                visit,
                LabTests.HeartRate,
                LabTests.Systolic,
                LabTests.Diastolic,
                LabTests.Inr
            );
            if (chart.Random.Chance(0.2))
                chart.Measure(visit, LabTests.BloodCount);
            if (chart.Random.Chance(0.3))
                chart.Note(DocumentKind.Progress, visit);
        }
    }
}
