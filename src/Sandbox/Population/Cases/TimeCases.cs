using HeiChartViewer.Sandbox.Population.Pathways;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Cases;

/// <summary>Dates that say less than a day, nights that have an hour more, and values that are no numbers.</summary>
internal static class TimeCases
{
    private static readonly TimeSpan Summer = TimeSpan.FromHours(-5);
    private static readonly TimeSpan Winter = TimeSpan.FromHours(-6);

    public static IReadOnlyList<PersonSketch> All =>
        [
            new()
            {
                Key = "vague-dates",
                Title = "Years and months",
                What =
                    "Problems that began in a year or a month, and nobody knows the day: they print as they came, sort by what is known, and are drawn as spans.",
                Name = new PersonName("Agnes", "Holloway"),
                Sex = Sex.Female,
                Born = new DateOnly(1951, 7, 1),
                Live = Vague,
            },
            new()
            {
                Key = "summer-time",
                Title = "The hour that comes twice",
                What =
                    "Glucose every twenty minutes through the nights in which summer time began and ended: nine readings between one and two o'clock come in the order they were taken.",
                Name = new PersonName("Noor", "Vance"),
                Sex = Sex.Female,
                Born = new DateOnly(1988, 11, 2),
                Live = SummerTime,
            },
            new()
            {
                Key = "comparators",
                Title = "Less than and more than",
                What =
                    "Results below and above what can be measured, titres, ranges and words: each prints as it came, and none becomes a number.",
                Name = new PersonName("Ivo", "Castellan"),
                Sex = Sex.Male,
                Born = new DateOnly(1974, 4, 4),
                Live = Comparators,
            },
        ];

    private static void Vague(ChartBuilder chart)
    {
        var visit = chart.See(VisitKind.Office, new DateOnly(2025, 4, 8), at: chart.Clinic);
        chart.Vitals(visit);
        chart.DiagnoseVaguely(Diagnoses.Migraine, visit, "1969");
        chart.DiagnoseVaguely(Diagnoses.Hypothyroidism, visit, "1998-11");
        chart.DiagnoseVaguely(Diagnoses.Asthma, visit, "1958");
        chart.DiagnoseVaguely(Diagnoses.Cataract, visit, "2021-02-17");
        chart.DiagnoseVaguely(Diagnoses.Osteoarthritis, visit, null);
        chart.Note(DocumentKind.History, visit, "Moved here last year; old papers are lost.");
    }

    private static void SummerTime(ChartBuilder chart)
    {
        HealthyAdultPathway.Live(chart);
        // 9-Mar-2025: two o'clock is three o'clock. 2-Nov-2025: one o'clock comes twice.
        var spring = new DateTimeOffset(2025, 3, 9, 0, 40, 0, Winter);
        var autumn = new DateTimeOffset(2025, 11, 2, 0, 40, 0, Summer);
        Night(chart, spring, spring.AddMinutes(80), Summer);
        Night(chart, autumn, autumn.AddMinutes(80), Winter);
    }

    private static void Night(
        ChartBuilder chart,
        DateTimeOffset from,
        DateTimeOffset change,
        TimeSpan after
    )
    {
        var visit = chart.See(
            VisitKind.Inpatient,
            DateOnly.FromDateTime(from.DateTime),
            at: chart.Clinic
        );
        for (var taken = from; taken < from.AddHours(3); taken = taken.AddMinutes(20))
            chart.ReportAt(
                visit,
                LabTests.Glucose,
                taken < change ? taken : taken.ToOffset(after),
                98 + 3 * ((taken - from).TotalMinutes / 20)
            );
    }

    private static void Comparators(ChartBuilder chart)
    {
        var visit = chart.See(VisitKind.Office, new DateOnly(2026, 6, 9), at: chart.Hospital);
        chart.Report(visit, LabTests.Thyrotropin, "<0.01", "L");
        chart.Report(visit, LabTests.NatriureticPeptide, ">35000", "HH");
        chart.Report(visit, LabTests.AlbuminCreatinineRatio, "<5", "N");
        chart.Report(visit, LabTests.TroponinT, "≤6", "N");
        chart.Report(visit, LabTests.CReactiveProtein, ">=300", "HH");
        chart.Report(visit, LabTests.VitaminD, "~30", null);
        chart.Report(visit, LabTests.Leukocytes, "3-5", null);
        chart.Report(visit, LabTests.Platelets, "clumped, estimate adequate");
        chart.Report(visit, LabTests.UrineProtein, "1:160");
        chart.Report(visit, LabTests.Inr, "not measured: tube not full");
        chart.Note(DocumentKind.Progress, visit);
    }
}
