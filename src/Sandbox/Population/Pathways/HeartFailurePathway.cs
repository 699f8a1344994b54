using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>Heart failure: admitted wet, sent home dry, watched, sometimes admitted again.</summary>
internal static class HeartFailurePathway
{
    public static readonly Pathway Pathway = new(
        "Heart failure",
        "BNP and weight fall with diuretics and rise before the next admission; some hearts were weakened by an infarction.",
        7,
        (62, 90),
        null,
        Live
    )
    {
        Lethality = 0.15,
    };

    /// <summary>How troponin rises and falls: hours since the arrival, and the share of its peak.</summary>
    private static readonly (int Hours, double Share)[] Troponin =
    [
        (0, 0.06),
        (3, 0.45),
        (9, 1),
        (24, 0.6),
        (48, 0.25),
    ];

    public static void Live(ChartBuilder chart)
    {
        var admitted = Background.Recent(chart, 5);
        var attacked = chart.Apart("infarction").Chance(0.45);
        if (attacked)
            Infarction(chart, admitted.AddDays(-chart.Apart("infarcted").Between(200, 900)));
        chart.Body.Shift(LabTests.NatriureticPeptide, admitted.AddDays(-120), 320, 110);
        Admit(chart, admitted, first: true, attacked);
        chart.Body.Shift(LabTests.NatriureticPeptide, admitted, -120, 60);

        var again = chart.Random.Chance(0.45)
            ? admitted.AddDays(chart.Random.Between(200, 700))
            : (DateOnly?)null;
        foreach (var day in chart.Days(admitted.AddDays(14), 95))
        {
            if (again is { } relapse && day >= relapse)
            {
                Admit(chart, day, first: false, attacked);
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

    private static void Admit(ChartBuilder chart, DateOnly day, bool first, bool attacked)
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
            if (!attacked)
                chart.Prescribe(Drugs.Aspirin, stay);
            chart.Body.Shift(LabTests.HeartRate, day, -8, 30);
        }
        else
        {
            chart.Prescribe(Drugs.Spironolactone, stay);
            chart.Body.Shift(LabTests.Potassium, day, 0.5, 40);
        }
        const string story = "Breathless for a week, swollen ankles.";
        if (first)
            chart.Note(
                DocumentKind.History,
                stay,
                story,
                "Father died of a heart attack at 58. Mother has high blood pressure."
            );
        chart.Note(DocumentKind.Discharge, stay, story);
    }

    /// <summary>A myocardial infarction: five days in hospital, and an old one from then on.</summary>
    private static void Infarction(ChartBuilder chart, DateOnly day)
    {
        chart.Body.Swing(LabTests.HeartRate, day, 20, 3);
        var stay = chart.See(
            VisitKind.Inpatient,
            day,
            Diagnoses.MyocardialInfarction,
            chart.Hospital,
            nights: 5
        );
        chart.Vitals(stay);
        chart.Measure(stay, LabTests.Metabolic);
        chart.Measure(stay, LabTests.BloodCount);
        var peak = chart.Random.Between(420, 2600);
        foreach (var (hours, share) in Troponin)
            chart.ReportAt(stay, LabTests.TroponinT, stay.Start.AddHours(hours), peak * share);
        chart.Perform(Procedures.Electrocardiogram, stay);
        chart.Document(
            DocumentKind.Cardiogram,
            stay,
            "Electrocardiogram",
            "ELECTROCARDIOGRAM\nFindings: sinus rhythm. ST depression of 2 mm in V4 to V6, no ST elevation.\nImpression: ischemia of the lateral wall."
        );
        chart.Perform(Procedures.CoronaryAngiography, stay);
        chart.Perform(Procedures.CoronaryIntervention, stay);
        chart.Diagnose(Diagnoses.MyocardialInfarction, stay, day, day.AddDays(28));
        chart.Prescribe(Drugs.Aspirin, stay);
        // Whoever cannot have aspirin has got it in its place, and for good.
        if (chart.Tolerates(Drugs.Aspirin))
            chart.Prescribe(Drugs.Clopidogrel, stay, day.AddYears(1));
        chart.Prescribe(Drugs.Atorvastatin20, stay);
        chart.Note(
            DocumentKind.Discharge,
            stay,
            "Pressure in the chest and the left arm for two hours. Myocardial infarction without ST elevation, one stent."
        );

        var later = chart.See(
            VisitKind.Office,
            day.AddDays(42),
            Diagnoses.OldMyocardialInfarction,
            chart.Hospital
        );
        chart.Vitals(later);
        chart.Measure(later, LabTests.TroponinT);
        chart.Measure(later, LabTests.Lipids);
        chart.Diagnose(Diagnoses.OldMyocardialInfarction, later, day);
        chart.Note(DocumentKind.Progress, later);
    }
}
