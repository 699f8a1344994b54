using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>The first weeks: weight is lost and won back, jaundice comes and goes.</summary>
internal static class NewbornPathway
{
    public static readonly Pathway Pathway = new(
        "Newborn",
        "Born in hospital: Apgar score, jaundice under the lamp, and the weight of birth again after ten days.",
        4,
        (0, 0),
        null,
        Live
    );

    public static void Live(ChartBuilder chart)
    {
        var born = chart.Person.Born;
        var peak = chart.Random.Between(9, 17);
        chart.Body.Shift(LabTests.Bilirubin, born, peak, 3);
        chart.Body.Shift(LabTests.Bilirubin, born.AddDays(4), -peak, 10);
        chart.Body.Swing(LabTests.Weight, born.AddDays(1), -0.2, 8);

        var stay = chart.See(VisitKind.Inpatient, born, at: chart.Hospital, nights: 3);
        chart.Measure(stay, LabTests.ApgarFive, LabTests.Weight, LabTests.Height);
        chart.Measure(stay, LabTests.HeadCircumference, LabTests.Temperature, LabTests.HeartRate);
        chart.Vaccinate(Vaccines.HepatitisB, born);
        for (
            var day = born.AddDays(1);
            day <= born.AddDays(3) && day <= chart.Horizon;
            day = day.AddDays(1)
        )
        {
            var round = chart.See(VisitKind.Inpatient, day, at: chart.Hospital);
            chart.Measure(round, LabTests.Bilirubin, LabTests.Weight, LabTests.Temperature);
            if (day == born.AddDays(2))
            {
                chart.Perform(Procedures.HearingTest, round);
                if (peak > 13)
                {
                    chart.Diagnose(Diagnoses.NeonatalJaundice, round, day, day.AddDays(9));
                    chart.Perform(Procedures.LightTherapy, round);
                }
            }
        }
        if (born.AddDays(3) <= chart.Horizon)
            chart.Note(DocumentKind.Discharge, stay, "Healthy child, fed at the breast.");
        if (born.AddDays(10) <= chart.Horizon)
        {
            var visit = chart.See(VisitKind.Office, born.AddDays(10), at: chart.Clinic);
            chart.Measure(visit, LabTests.Weight, LabTests.HeadCircumference, LabTests.Bilirubin);
            chart.Note(DocumentKind.Progress, visit);
        }
        WellChildPathway.Live(chart);
    }
}
