using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>High blood pressure: found late, treated in steps.</summary>
internal static class HypertensionPathway
{
    public static readonly Pathway Pathway = new(
        "Hypertension",
        "Blood pressure falls with each step of treatment.",
        10,
        (38, 88),
        null,
        Live
    );

    public static void Live(ChartBuilder chart)
    {
        var found = Background.Later(Background.Recent(chart, 10).AddYears(-1), chart.Birthday(32));
        chart.Body.Shift(LabTests.Systolic, found.AddYears(-3), 42, 900);
        chart.Body.Shift(LabTests.Diastolic, found.AddYears(-3), 20, 900);
        // Whoever takes an ACE inhibitor for the heart or the kidneys is not given another.
        var inhibited = chart.Takes(DrugClass.AceInhibitor);
        var stepped = false;
        var first = true;
        foreach (var day in chart.Days(found, 170))
        {
            var visit = chart.See(VisitKind.Office, day, Diagnoses.Hypertension);
            chart.Vitals(visit);
            if (first || chart.Random.Chance(0.5))
                chart.Measure(visit, LabTests.Metabolic);
            if (first)
            {
                chart.Diagnose(Diagnoses.Hypertension, visit);
                chart.Prescribe(inhibited ? Drugs.Amlodipine5 : Drugs.Lisinopril10, visit);
                chart.Body.Shift(LabTests.Systolic, day, -18, 60);
                chart.Body.Shift(LabTests.Diastolic, day, -9, 60);
                if (!inhibited)
                    chart.Body.Shift(LabTests.Potassium, day, 0.3, 60);
                first = false;
            }
            else if (!stepped)
            {
                stepped = true;
                chart.Prescribe(inhibited ? Drugs.Hydrochlorothiazide : Drugs.Amlodipine5, visit);
                chart.Body.Shift(LabTests.Systolic, day, -14, 60);
                chart.Body.Shift(LabTests.Diastolic, day, -8, 60);
            }
            chart.Note(DocumentKind.Progress, visit);
        }
    }
}
