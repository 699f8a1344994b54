using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>Sepsis from the urine: six days in which everything is measured, and a discharge summary.</summary>
internal static class SepsisPathway
{
    private const int Nights = 6;

    public static readonly Pathway Pathway = new(
        "Sepsis",
        "An admission with many results: lactate and procalcitonin fall as the antibiotic works.",
        4,
        (58, 90),
        null,
        Live
    );

    private static void Live(ChartBuilder chart)
    {
        var day = Background.Recent(chart, 3);
        if (day.AddDays(Nights + 1) > chart.Horizon)
            day = day.AddDays(-Nights - 30);
        Sicken(chart.Body, day);

        var arrival = chart.See(VisitKind.Emergency, day, Diagnoses.Sepsis, chart.Hospital);
        chart.Vitals(arrival);
        chart.Measure(arrival, LabTests.Lactate, LabTests.Procalcitonin, LabTests.CReactiveProtein);
        chart.Measure(arrival, LabTests.BloodCount);
        chart.Measure(arrival, LabTests.Metabolic);
        chart.Report(arrival, LabTests.UrineProtein, "Positive (++)");
        chart.Note(
            DocumentKind.Emergency,
            arrival,
            "Shaking chills since the night, confused this morning."
        );

        var stay = chart.See(
            VisitKind.Inpatient,
            day,
            Diagnoses.Sepsis,
            chart.Hospital,
            nights: Nights
        );
        chart.Diagnose(Diagnoses.Sepsis, stay, day, day.AddDays(14));
        chart.Diagnose(Diagnoses.UrinaryInfection, stay, day, day.AddDays(10));
        chart.Report(
            stay,
            LabTests.BloodCulture,
            "Escherichia coli in two of two bottles, susceptible to ceftriaxone"
        );
        chart.Prescribe(Drugs.Ceftriaxone, stay, day.AddDays(7));
        if (chart.Random.Chance(0.5))
            chart.Prescribe(Drugs.Norepinephrine, stay, day.AddDays(2));
        for (var night = 0; night < Nights; night++)
            foreach (var hour in new[] { 6, 18 })
            {
                var taken = stay.Start.Date.AddDays(night).AddHours(hour);
                var at = new DateTimeOffset(taken, stay.Start.Offset);
                if (at < stay.Start)
                    continue;
                foreach (
                    var test in new[]
                    {
                        LabTests.Lactate,
                        LabTests.Procalcitonin,
                        LabTests.Leukocytes,
                        LabTests.Creatinine,
                        LabTests.HeartRate,
                        LabTests.Systolic,
                        LabTests.Temperature,
                        LabTests.Saturation,
                    }
                )
                    chart.ReportAt(
                        stay,
                        test,
                        at,
                        chart.Body.Measure(test, DateOnly.FromDateTime(taken))
                    );
            }
        chart.Note(
            DocumentKind.Discharge,
            stay,
            "Sepsis from the urinary tract. Antibiotic for seven days, recovered."
        );
        Background.FollowUp(chart, stay, 14, LabTests.CReactiveProtein, LabTests.Creatinine);
    }

    /// <summary>Illness begins the day before anybody is called.</summary>
    private static void Sicken(Physiology body, DateOnly arrival)
    {
        var day = arrival.AddDays(-1);
        body.Swing(LabTests.Lactate, day, 3.6, 2);
        body.Swing(LabTests.Procalcitonin, day, 14, 3);
        body.Swing(LabTests.CReactiveProtein, day, 190, 4);
        body.Swing(LabTests.Leukocytes, day, 12, 4);
        body.Swing(LabTests.Filtration, day, -30, 4);
        body.Swing(LabTests.HeartRate, day, 42, 3);
        body.Swing(LabTests.Systolic, day, -34, 2);
        body.Swing(LabTests.Temperature, day, 2.1, 2);
        body.Swing(LabTests.Saturation, day, -5, 2);
    }
}
