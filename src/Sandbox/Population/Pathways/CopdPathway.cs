using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>COPD: breath lost over the years, and winters with exacerbations.</summary>
internal static class CopdPathway
{
    public static readonly Pathway Pathway = new(
        "COPD",
        "FEV1 declines; exacerbations bring low saturation, steroids and antibiotics.",
        7,
        (52, 86),
        null,
        Live
    )
    {
        Lethality = 0.1,
        Smokes = SmokingStatuses.Current,
    };

    public static void Live(ChartBuilder chart)
    {
        var found = Background.Recent(chart, 8);
        chart.Body.Shift(LabTests.ExpiratoryVolume, found.AddYears(-8), -1.2, 2900);
        chart.Body.Shift(LabTests.ExpiratoryVolume, found, -0.5, 3000);
        chart.Body.Shift(LabTests.Saturation, found.AddYears(-2), -3, 700);

        var first = chart.See(VisitKind.Office, found, Diagnoses.Copd);
        chart.Vitals(first);
        chart.Report(first, LabTests.Smoking, SmokingStatuses.Current);
        chart.Perform(Procedures.Spirometry, first);
        chart.Measure(first, LabTests.ExpiratoryVolume);
        chart.Diagnose(Diagnoses.Copd, first);
        chart.Prescribe(Drugs.Albuterol, first, asNeeded: true);
        chart.Prescribe(Drugs.FluticasoneSalmeterol, first);
        chart.Note(
            DocumentKind.History,
            first,
            "Cough in the mornings for years, out of breath on stairs.",
            "Father had emphysema."
        );

        foreach (var day in chart.Days(found.AddDays(120), 190))
        {
            if (day.Month is 11 or 12 or 1 or 2 && chart.Random.Chance(0.6))
            {
                Exacerbation(chart, day);
                continue;
            }
            var visit = chart.See(VisitKind.Office, day, Diagnoses.Copd);
            chart.Vitals(visit);
            chart.Perform(Procedures.Spirometry, visit);
            chart.Measure(visit, LabTests.ExpiratoryVolume);
            chart.Note(DocumentKind.Progress, visit);
        }
    }

    private static void Exacerbation(ChartBuilder chart, DateOnly day)
    {
        chart.Body.Swing(LabTests.Saturation, day.AddDays(-1), -6, 6);
        chart.Body.Swing(LabTests.RespiratoryRate, day.AddDays(-1), 9, 6);
        chart.Body.Swing(LabTests.CReactiveProtein, day.AddDays(-1), 60, 9);
        chart.Body.Swing(LabTests.Leukocytes, day.AddDays(-1), 6, 9);
        var visit = chart.See(VisitKind.Emergency, day, Diagnoses.CopdExacerbation);
        chart.Vitals(visit);
        chart.Measure(visit, LabTests.BloodCount);
        chart.Measure(visit, LabTests.CReactiveProtein);
        chart.Perform(Procedures.ChestXray, visit);
        chart.Diagnose(Diagnoses.CopdExacerbation, visit, day, day.AddDays(14));
        chart.Prescribe(Drugs.Prednisone, visit, day.AddDays(5));
        chart.Prescribe(Drugs.Azithromycin, visit, day.AddDays(5));
        chart.Note(DocumentKind.Emergency, visit, "More cough and green sputum for three days.");
    }
}
