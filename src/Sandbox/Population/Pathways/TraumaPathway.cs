using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>A fall: emergency department, plaster, and six weeks later it is over.</summary>
internal static class TraumaPathway
{
    private const int Retired = 66;

    public static readonly Pathway Pathway = new(
        "Trauma",
        "A fracture that heals: it must not look active for ever.",
        6,
        (17, 79),
        null,
        Live
    );

    private static void Live(ChartBuilder chart)
    {
        var day = Background.Recent(chart, 4);
        var fracture = chart.Random.Pick([Diagnoses.ForearmFracture, Diagnoses.AnkleFracture]);
        chart.Body.Swing(LabTests.HeartRate, day, 22, 2);
        var visit = chart.See(VisitKind.Emergency, day, fracture);
        chart.Vitals(visit);
        chart.Measure(visit, LabTests.BloodCount);
        chart.Diagnose(fracture, visit, day, day.AddDays(75));
        if (chart.Random.Chance(0.3))
            chart.Diagnose(Diagnoses.Concussion, visit, day, day.AddDays(21));
        chart.Perform(Procedures.Immobilization, visit);
        chart.Prescribe(Drugs.Oxycodone, visit, day.AddDays(7), asNeeded: true);
        chart.Prescribe(Drugs.Acetaminophen, visit, day.AddDays(30), asNeeded: true);
        chart.Document(
            DocumentKind.Imaging,
            visit,
            "X-ray",
            $"X-RAY\n{fracture.Name}, undisplaced. No dislocation.\nImpression: {fracture.Name.ToLowerInvariant()}."
        );
        chart.Note(DocumentKind.Emergency, visit, Story(chart, day));
        Background.FollowUp(chart, visit, 14, LabTests.HeartRate);
        Background.FollowUp(chart, visit, 45, LabTests.HeartRate);
    }

    /// <summary>How people of an age come to fall in a season.</summary>
    private static string Story(ChartBuilder chart, DateOnly day)
    {
        var isIcy = day.Month is 12 or 1 or 2 or 3;
        var isAtWork =
            Age.Years(chart.Person.Born, day) < Retired
            && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
        return (isIcy, isAtWork) switch
        {
            (true, true) => "Fell on ice on the way to work.",
            (true, false) => "Slipped on ice in front of the house.",
            (false, true) => chart
                .Apart("fall")
                .Pick([
                    "Fell off a bicycle on the way to work.",
                    "Fell from a ladder at home.",
                    "Turned the foot on the stairs and fell.",
                ]),
            _ => "Tripped over a carpet at home.",
        };
    }
}
