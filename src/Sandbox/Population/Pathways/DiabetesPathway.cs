using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>Type 2 diabetes: found by its sugar, lowered by metformin, and its toll on the kidneys.</summary>
internal static class DiabetesPathway
{
    public static readonly Pathway Pathway = new(
        "Type 2 diabetes",
        "HbA1c falls after metformin starts; kidney function declines over the years.",
        12,
        (45, 85),
        null,
        Live
    );

    public static void Live(ChartBuilder chart)
    {
        var found = Background.Recent(chart, 8).AddYears(-2);
        found = Background.Later(found, chart.Birthday(35));
        chart.Body.Shift(LabTests.HemoglobinA1c, found.AddYears(-2), 3.4, 700);
        chart.Body.Shift(LabTests.Glucose, found.AddYears(-2), 95, 700);
        chart.Body.Shift(LabTests.Weight, found.AddYears(-4), 18, 1200);
        chart.Body.Shift(LabTests.Filtration, found, -38, 4200);
        chart.Body.Shift(LabTests.AlbuminCreatinineRatio, found.AddYears(1), 140, 2500);

        var first = chart.See(VisitKind.Office, found, Diagnoses.TypeTwoDiabetes);
        chart.Vitals(first);
        Sugar(chart, first);
        chart.Measure(first, LabTests.Metabolic);
        chart.Measure(first, LabTests.Lipids);
        chart.Diagnose(Diagnoses.TypeTwoDiabetes, first);
        chart.Diagnose(Diagnoses.Obesity, first, found.AddYears(-3));
        chart.Diagnose(Diagnoses.Hyperlipidemia, first);
        var doubled = found.AddDays(chart.Random.Between(300, 600));
        chart.Prescribe(Drugs.Metformin500, first, doubled);
        chart.Prescribe(Drugs.Atorvastatin20, first);
        chart.Body.Shift(LabTests.HemoglobinA1c, found, -1.5, 120);
        chart.Body.Shift(LabTests.Glucose, found, -45, 120);
        chart.Body.Shift(LabTests.Cholesterol, found, -38, 90);
        chart.Note(
            DocumentKind.History,
            first,
            "Thirst and tiredness for some months.",
            "Mother and a brother have type 2 diabetes."
        );

        var more = false;
        var kidney = false;
        foreach (var day in chart.Days(found.AddDays(110), 150))
        {
            var visit = chart.See(VisitKind.Office, day, Diagnoses.TypeTwoDiabetes);
            chart.Vitals(visit);
            Sugar(chart, visit);
            if (chart.Random.Chance(0.6))
                chart.Measure(visit, LabTests.Metabolic);
            if (chart.Random.Chance(0.4))
                chart.Measure(visit, LabTests.AlbuminCreatinineRatio);
            if (!more && day >= doubled)
            {
                more = true;
                chart.Prescribe(Drugs.Metformin1000, visit);
                chart.Body.Shift(LabTests.HemoglobinA1c, day, -0.7, 120);
            }
            if (!kidney && chart.Body.Level(LabTests.Filtration, day) < 58)
            {
                kidney = true;
                chart.Diagnose(Diagnoses.DiabeticKidneyDisease, visit);
                chart.Diagnose(Diagnoses.KidneyStage3A, visit);
                chart.Prescribe(Drugs.Lisinopril10, visit);
            }
            chart.Note(DocumentKind.Progress, visit);
        }
    }

    // Clinics report the same test in the unit of the IFCC.
    private static void Sugar(ChartBuilder chart, Visit visit) =>
        chart.Measure(
            visit,
            visit.Source.Kind == SourceKind.Clinic && chart.Random.Chance(0.4)
                ? LabTests.HemoglobinA1cIfcc
                : LabTests.HemoglobinA1c,
            LabTests.Glucose
        );
}
