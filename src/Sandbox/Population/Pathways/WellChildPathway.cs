using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>A child that grows, is vaccinated on time and has an earache now and then.</summary>
internal static class WellChildPathway
{
    private static readonly int[] VisitMonths =
    [
        1,
        2,
        4,
        6,
        9,
        12,
        15,
        18,
        24,
        36,
        48,
        60,
        84,
        108,
        132,
        156,
        180,
    ];

    private static readonly (int Month, Vaccine Vaccine)[] Schedule =
    [
        (1, Vaccines.HepatitisB),
        (2, Vaccines.Dtap),
        (2, Vaccines.Polio),
        (2, Vaccines.Rotavirus),
        (2, Vaccines.Pneumococcal13),
        (4, Vaccines.Dtap),
        (4, Vaccines.Polio),
        (4, Vaccines.Rotavirus),
        (4, Vaccines.Pneumococcal13),
        (6, Vaccines.Dtap),
        (6, Vaccines.HepatitisB),
        (6, Vaccines.Pneumococcal13),
        (12, Vaccines.Mmr),
        (12, Vaccines.Varicella),
        (15, Vaccines.Dtap),
        (48, Vaccines.Dtap),
        (48, Vaccines.Polio),
        (48, Vaccines.Mmr),
        (48, Vaccines.Varicella),
        (132, Vaccines.Tdap),
        (132, Vaccines.Papilloma9),
    ];

    public static readonly Pathway Pathway = new(
        "Well child",
        "Weight, height and head grow along the curves; vaccines follow the schedule.",
        12,
        (0, 15),
        null,
        Live
    );

    public static void Live(ChartBuilder chart)
    {
        foreach (var month in VisitMonths)
        {
            var day = chart.Person.Born.AddMonths(month).AddDays(chart.Random.Between(0, 9));
            if (day > chart.Horizon)
                break;
            var visit = chart.See(VisitKind.Office, day, at: chart.Clinic);
            chart.Measure(
                visit,
                LabTests.Weight,
                LabTests.Height,
                LabTests.Temperature,
                LabTests.HeartRate
            );
            if (month <= 36)
                chart.Measure(visit, LabTests.HeadCircumference);
            else
                chart.Measure(visit, LabTests.Systolic, LabTests.Diastolic, LabTests.BodyMassIndex);
            foreach (var (_, vaccine) in Schedule.Where(dose => dose.Month == month))
            {
                chart.Vaccinate(vaccine, day);
                visit.Plan.Add($"{vaccine.Code.Display} given.");
            }
            if (month == 12)
                chart.Measure(visit, LabTests.Hemoglobin);
            if (month == 18 && chart.Random.Chance(0.3))
                chart.Diagnose(Diagnoses.AtopicDermatitis, visit);
            chart.Note(DocumentKind.Progress, visit);
        }
        foreach (var day in chart.Days(chart.Person.Born.AddMonths(8), 420, chart.Birthday(8)))
            Earache(chart, day);
    }

    private static void Earache(ChartBuilder chart, DateOnly day)
    {
        chart.Body.Swing(LabTests.Temperature, day.AddDays(-1), 1.8, 3);
        var visit = chart.See(VisitKind.Office, day, Diagnoses.OtitisMedia, chart.Clinic);
        chart.Measure(visit, LabTests.Temperature, LabTests.Weight, LabTests.HeartRate);
        chart.Diagnose(Diagnoses.OtitisMedia, visit, day, day.AddDays(12));
        chart.Prescribe(Drugs.AmoxicillinSuspension, visit, day.AddDays(7));
        chart.Note(DocumentKind.Progress, visit, "Pulls at the ear and cried all night.");
    }
}
