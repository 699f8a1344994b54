using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>Depression: a score that falls under treatment.</summary>
internal static class DepressionPathway
{
    public static readonly Pathway Pathway = new(
        "Depression",
        "The PHQ-9 score falls under treatment.",
        8,
        (19, 72),
        null,
        Live
    );

    private static void Live(ChartBuilder chart)
    {
        var found = Background.Later(Background.Recent(chart, 4), chart.Birthday(17));
        chart.Body.Shift(LabTests.DepressionScore, found.AddDays(-200), 13, 150);
        var first = chart.See(VisitKind.Office, found, Diagnoses.Depression);
        chart.Vitals(first);
        chart.Measure(first, LabTests.DepressionScore, LabTests.Thyrotropin);
        chart.Diagnose(Diagnoses.Depression, first);
        if (chart.Random.Chance(0.5))
            chart.Diagnose(Diagnoses.Anxiety, first);
        var more = found.AddDays(chart.Random.Between(50, 80));
        chart.Prescribe(Drugs.Sertraline50, first, more);
        chart.Body.Shift(LabTests.DepressionScore, found, -5, 50);
        chart.Note(
            DocumentKind.Consult,
            first,
            "Low mood, poor sleep and no joy in anything for two months."
        );

        var raised = false;
        foreach (var day in chart.Days(found.AddDays(28), 75))
        {
            var visit = chart.See(VisitKind.Office, day, Diagnoses.Depression);
            chart.Measure(visit, LabTests.HeartRate, LabTests.Weight, LabTests.DepressionScore);
            if (!raised && day >= more)
            {
                raised = true;
                chart.Prescribe(Drugs.Sertraline100, visit);
                chart.Body.Shift(LabTests.DepressionScore, day, -5, 90);
            }
            chart.Note(DocumentKind.Progress, visit);
        }
    }
}
