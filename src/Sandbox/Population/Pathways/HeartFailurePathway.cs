using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>Heart failure: admitted wet, sent home dry, watched, sometimes admitted again.</summary>
internal static class HeartFailurePathway
{
    public static readonly Pathway Pathway = new(
        "Heart failure",
        "BNP and weight fall with diuretics and rise before the next admission.",
        7,
        (62, 90),
        null,
        Live
    )
    {
        Lethality = 0.15,
    };

    public static void Live(ChartBuilder chart)
    {
        var admitted = Background.Recent(chart, 5);
        chart.Body.Shift(LabTests.NatriureticPeptide, admitted.AddDays(-120), 320, 110);
        Admit(chart, admitted, first: true);
        chart.Body.Shift(LabTests.NatriureticPeptide, admitted, -120, 60);

        var again = chart.Random.Chance(0.45)
            ? admitted.AddDays(chart.Random.Between(200, 700))
            : (DateOnly?)null;
        foreach (var day in chart.Days(admitted.AddDays(14), 95))
        {
            if (again is { } relapse && day >= relapse)
            {
                Admit(chart, day, first: false);
                again = null;
                continue;
            }
            var visit = chart.See(VisitKind.Office, day, Diagnoses.HeartFailure);
            chart.Vitals(visit);
            chart.Measure(visit, LabTests.Metabolic);
            chart.Measure(visit, LabTests.NatriureticPeptide);
            chart.Note(DocumentKind.Progress, visit);
        }
    }

    private static void Admit(ChartBuilder chart, DateOnly day, bool first)
    {
        chart.Body.Swing(LabTests.NatriureticPeptide, day.AddDays(-3), 700, 8);
        chart.Body.Swing(LabTests.Weight, day.AddDays(-10), 6, 14);
        chart.Body.Swing(LabTests.Saturation, day.AddDays(-2), -6, 5);
        chart.Body.Swing(LabTests.HeartRate, day.AddDays(-2), 25, 5);
        var stay = chart.See(VisitKind.Inpatient, day, Diagnoses.HeartFailure, nights: 4);
        chart.Vitals(stay);
        chart.Measure(stay, LabTests.Metabolic);
        chart.Measure(stay, LabTests.BloodCount);
        chart.Measure(stay, LabTests.NatriureticPeptide, LabTests.TroponinT);
        chart.Perform(Procedures.Electrocardiogram, stay);
        chart.Perform(Procedures.ChestXray, stay);
        chart.Document(
            DocumentKind.Imaging,
            stay,
            "X-ray of chest",
            "CHEST X-RAY\nEnlarged heart, upper lobe blood diversion, small effusions on both sides.\nImpression: congestion."
        );
        if (first)
        {
            chart.Perform(Procedures.Echocardiogram, stay);
            chart.Diagnose(Diagnoses.HeartFailure, stay);
            chart.Diagnose(Diagnoses.CoronaryDisease, stay, day.AddYears(-3));
            chart.Prescribe(Drugs.Furosemide, stay);
            chart.Prescribe(Drugs.Carvedilol, stay);
            chart.Prescribe(Drugs.Lisinopril5, stay);
            chart.Prescribe(Drugs.Aspirin, stay);
            chart.Body.Shift(LabTests.HeartRate, day, -8, 30);
        }
        else
        {
            chart.Prescribe(Drugs.Spironolactone, stay);
            chart.Body.Shift(LabTests.Potassium, day, 0.5, 40);
        }
        chart.Note(DocumentKind.Discharge, stay, "Breathless for a week, swollen ankles.");
    }
}
