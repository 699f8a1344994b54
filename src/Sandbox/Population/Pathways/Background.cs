using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>What happens in most lives whatever else does: allergies, vaccines, check-ups, smaller troubles.</summary>
internal static class Background
{
    public static void Live(ChartBuilder chart)
    {
        Allergies(chart);
        Vaccinations(chart);
        Smoking(chart);
        CheckUps(chart);
        if (chart.Horizon > chart.Birthday(51))
            LaterYears(chart);
    }

    private static void Allergies(ChartBuilder chart)
    {
        var day = Recent(chart, 9);
        if (chart.Random.Chance(0.3))
        {
            chart.NoKnownAllergies(day);
            return;
        }
        var allergens = Allergens.Common.ToList();
        for (var left = chart.Random.Between(0, 3); left > 0; left--)
        {
            var allergen = chart.Random.Pick(allergens);
            allergens.Remove(allergen);
            var severe = chart.Random.Chance(0.2);
            chart.Allergic(
                allergen,
                day,
                severe ? "high"
                    : chart.Random.Chance(0.5) ? "low"
                    : null,
                severe ? "Severe" : "Mild"
            );
        }
    }

    private static void Vaccinations(ChartBuilder chart)
    {
        for (var year = chart.Horizon.Year - 6; year <= chart.Horizon.Year; year++)
            if (year > chart.Person.Born.Year && chart.Random.Chance(0.6))
                chart.Vaccinate(
                    Vaccines.Influenza,
                    new DateOnly(year, 10, chart.Random.Between(1, 28)),
                    refused: chart.Random.Chance(0.1)
                );
        // This dose was for nobody younger.
        var spring = new DateOnly(2021, 4, chart.Random.Between(1, 28));
        if (spring >= chart.Birthday(16))
            chart.Vaccinate(Vaccines.Covid, spring);
        if (chart.Horizon >= chart.Birthday(18))
            chart.Vaccinate(Vaccines.Tdap, Recent(chart, 8));
        if (chart.Horizon >= chart.Birthday(65))
            chart.Vaccinate(Vaccines.Pneumococcal23, chart.Birthday(65).AddDays(40));
        if (chart.Horizon >= chart.Birthday(55))
            chart.Vaccinate(Vaccines.Zoster, Recent(chart, 6));
    }

    private static void Smoking(ChartBuilder chart)
    {
        if (chart.Horizon < chart.Birthday(16))
            return;
        var visit = chart.See(VisitKind.Office, Recent(chart, 4));
        chart.Vitals(visit);
        var answer = chart.Random.Pick(SmokingStatuses.All);
        chart.Report(visit, LabTests.Smoking, chart.Smokes ?? answer);
        chart.Note(DocumentKind.Progress, visit);
    }

    private static void CheckUps(ChartBuilder chart)
    {
        if (chart.Horizon < chart.Birthday(20))
            return;
        var from = Later(chart.Birthday(20), chart.Horizon.AddYears(-5));
        foreach (var day in chart.Days(from.AddDays(chart.Random.Between(0, 200)), 420))
        {
            var visit = chart.See(VisitKind.Office, day);
            chart.Vitals(visit);
            if (chart.Random.Chance(0.6))
            {
                chart.Measure(visit, LabTests.Metabolic);
                chart.Measure(visit, LabTests.BloodCount);
            }
            if (chart.Random.Chance(0.5))
                chart.Measure(visit, LabTests.Lipids);
            chart.Note(DocumentKind.Progress, visit);
        }
    }

    private static void LaterYears(ChartBuilder chart)
    {
        var visit = chart.See(
            VisitKind.Office,
            chart.Birthday(50).AddDays(chart.Random.Between(10, 90))
        );
        chart.Vitals(visit);
        chart.Perform(Procedures.Colonoscopy, visit);
        if (chart.Random.Chance(0.5))
            chart.Diagnose(Diagnoses.Osteoarthritis, visit);
        if (chart.Random.Chance(0.3))
        {
            chart.Diagnose(Diagnoses.Reflux, visit);
            chart.Prescribe(Drugs.Omeprazole, visit);
        }
        if (chart.Random.Chance(0.2))
        {
            chart.Body.Shift(LabTests.Thyrotropin, visit.Day.AddDays(-200), 7, 150);
            chart.Measure(visit, LabTests.Thyrotropin);
            chart.Diagnose(Diagnoses.Hypothyroidism, visit);
            chart.Prescribe(Drugs.Levothyroxine, visit);
            chart.Body.Shift(LabTests.Thyrotropin, visit.Day, -6.5, 60);
            FollowUp(chart, visit, 90, LabTests.Thyrotropin);
        }
        chart.Note(DocumentKind.Progress, visit);
    }

    /// <summary>Comes back after some days to be measured again.</summary>
    public static void FollowUp(
        ChartBuilder chart,
        Visit visit,
        int days,
        params IReadOnlyList<LabTest> tests
    )
    {
        var day = visit.Day.AddDays(days);
        if (day > chart.Horizon)
            return;
        var again = chart.See(VisitKind.Office, day, visit.Reason, visit.Source);
        chart.Vitals(again);
        chart.Measure(again, tests);
        chart.Note(DocumentKind.Progress, again);
    }

    /// <summary>A day in the last years of a life, never before its first.</summary>
    public static DateOnly Recent(ChartBuilder chart, int years)
    {
        var earliest = Later(chart.Person.Born.AddDays(1), chart.Horizon.AddYears(-years));
        return earliest.AddDays(
            chart.Random.Between(0, Math.Max(0, chart.Horizon.DayNumber - earliest.DayNumber))
        );
    }

    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
