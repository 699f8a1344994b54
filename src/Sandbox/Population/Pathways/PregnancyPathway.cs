using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>A pregnancy, over or still going on.</summary>
internal static class PregnancyPathway
{
    private const int Length = 280;

    public static readonly Pathway Pathway = new(
        "Pregnancy",
        "Weight rises and hemoglobin falls until the birth; some are still pregnant.",
        8,
        (21, 41),
        Population.Sex.Female,
        Live
    );

    private static void Live(ChartBuilder chart)
    {
        var conceived = chart.Horizon.AddDays(-chart.Random.Between(120, 700));
        var due = conceived.AddDays(Length);
        var born = due.AddDays(chart.Random.Between(-14, 7));
        chart.Body.Shift(LabTests.Weight, conceived.AddDays(60), 12, 210);
        chart.Body.Shift(LabTests.Hemoglobin, conceived.AddDays(60), -1.7, 150);
        chart.Body.Shift(LabTests.Weight, born, -9, 90);
        chart.Body.Shift(LabTests.Hemoglobin, born, 1.7, 120);

        var first = chart.See(
            VisitKind.Office,
            conceived.AddDays(56),
            Diagnoses.Pregnancy,
            chart.Clinic
        );
        chart.Vitals(first);
        chart.Measure(first, LabTests.BloodCount);
        chart.Report(
            first,
            LabTests.BloodGroup,
            chart.Random.Chance(0.4) ? "O positive" : "A positive"
        );
        chart.Diagnose(Diagnoses.Pregnancy, first, conceived, born);
        chart.Prescribe(Drugs.PrenatalVitamin, first, born.AddDays(90));
        chart.Note(DocumentKind.Consult, first, $"Due on {RecordDates.Day(due)}.");

        var sugar = chart.Random.Chance(0.2);
        var tested = false;
        foreach (var day in chart.Days(conceived.AddDays(84), 28, born.AddDays(-3)))
        {
            var visit = chart.See(VisitKind.Office, day, Diagnoses.Pregnancy, chart.Clinic);
            chart.Measure(
                visit,
                LabTests.Weight,
                LabTests.Systolic,
                LabTests.Diastolic,
                LabTests.HeartRate
            );
            chart.Report(
                visit,
                LabTests.UrineProtein,
                chart.Random.Chance(0.85) ? "Negative" : "Trace"
            );
            if (!tested && day >= conceived.AddDays(170))
            {
                tested = true;
                if (sugar)
                    chart.Body.Swing(LabTests.Glucose, day.AddDays(-5), 60, 80);
                chart.Measure(visit, LabTests.Glucose);
                chart.Measure(visit, LabTests.BloodCount);
                if (sugar)
                    chart.Diagnose(Diagnoses.GestationalDiabetes, visit, day, born);
                chart.Vaccinate(Vaccines.Tdap, day);
            }
            chart.Note(DocumentKind.Progress, visit);
        }
        if (born.AddDays(2) <= chart.Horizon)
            Birth(chart, born);
    }

    private static void Birth(ChartBuilder chart, DateOnly day)
    {
        var stay = chart.See(VisitKind.Inpatient, day, Diagnoses.Pregnancy, nights: 2);
        chart.Vitals(stay);
        chart.Measure(stay, LabTests.BloodCount);
        var cesarean = chart.Random.Chance(0.3);
        chart.Perform(cesarean ? Procedures.Cesarean : Procedures.NormalDelivery, stay);
        chart.Prescribe(Drugs.Ibuprofen400, stay, day.AddDays(10), asNeeded: true);
        if (cesarean)
            chart.Document(
                DocumentKind.Operative,
                stay,
                "Cesarean section",
                "OPERATIVE NOTE\nCesarean section for failure to progress. Healthy child. Blood loss 600 mL."
            );
        chart.Note(DocumentKind.Discharge, stay, "Mother and child are well.");
    }
}
