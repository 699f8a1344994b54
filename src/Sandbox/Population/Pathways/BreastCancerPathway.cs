using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>Breast cancer: seen, proven, cut out, irradiated, kept away.</summary>
internal static class BreastCancerPathway
{
    private static readonly Term Left = Term.Snomed("7771000", "Left");
    private static readonly Term Right = Term.Snomed("24028007", "Right");

    public static readonly Pathway Pathway = new(
        "Breast cancer",
        "From the mammogram to the pathology report, surgery and five years of an aromatase inhibitor.",
        5,
        (52, 80),
        Population.Sex.Female,
        Live
    );

    private static void Live(ChartBuilder chart)
    {
        var seen = Background.Recent(chart, 6).AddDays(-180);
        var left = chart.Random.Chance(0.5);
        var (diagnosis, side) = left
            ? (Diagnoses.BreastCancerLeft, Left)
            : (Diagnoses.BreastCancerRight, Right);

        var screening = chart.See(VisitKind.Office, seen, at: chart.Hospital);
        chart.Perform(Procedures.Mammography, screening);
        chart.Document(
            DocumentKind.Imaging,
            screening,
            "Mammogram",
            $"MAMMOGRAM\nSpiculated mass of 14 mm, {side.Display.ToLowerInvariant()} breast, upper outer quadrant.\nImpression: highly suspicious, biopsy advised."
        );

        var biopsy = chart.See(VisitKind.Office, seen.AddDays(12), diagnosis, chart.Hospital);
        chart.Perform(Procedures.BreastBiopsy, biopsy, side);
        chart.Diagnose(diagnosis, biopsy);
        chart.Document(
            DocumentKind.Pathology,
            biopsy,
            "Biopsy of breast",
            $"PATHOLOGY\nCore biopsies, {side.Display.ToLowerInvariant()} breast: invasive carcinoma of no special type, grade 2.\nEstrogen receptor positive, progesterone receptor positive, HER2 negative."
        );

        var surgery = chart.See(VisitKind.Inpatient, seen.AddDays(35), diagnosis, nights: 1);
        chart.Vitals(surgery);
        chart.Measure(surgery, LabTests.BloodCount);
        chart.Perform(Procedures.Lumpectomy, surgery, side);
        chart.Document(
            DocumentKind.Operative,
            surgery,
            "Lumpectomy",
            $"OPERATIVE NOTE\nWide local excision, {side.Display.ToLowerInvariant()} breast, and sentinel node biopsy. Margins clear on frozen section."
        );
        chart.Note(DocumentKind.Discharge, surgery);

        if (chart.Random.Chance(0.5))
            Chemotherapy(chart, seen.AddDays(65), diagnosis);
        var radiation = seen.AddDays(150);
        if (radiation <= chart.Horizon)
        {
            var visit = chart.See(VisitKind.Office, radiation, diagnosis, chart.Hospital);
            chart.Perform(Procedures.Radiotherapy, visit, side);
            chart.Prescribe(Drugs.Anastrozole, visit, radiation.AddYears(5));
            chart.Note(DocumentKind.Consult, visit);
        }
        foreach (var day in chart.Days(seen.AddDays(240), 180))
        {
            var visit = chart.See(VisitKind.Office, day, diagnosis);
            chart.Vitals(visit);
            chart.Measure(visit, LabTests.BloodCount);
            chart.Measure(visit, LabTests.Liver);
            chart.Note(DocumentKind.Progress, visit);
        }
    }

    private static void Chemotherapy(ChartBuilder chart, DateOnly from, Diagnosis diagnosis)
    {
        foreach (var day in chart.Days(from, 21, from.AddDays(70)))
        {
            var visit = chart.See(VisitKind.Office, day, diagnosis, chart.Hospital);
            chart.Vitals(visit);
            chart.Measure(visit, LabTests.BloodCount);
            chart.Perform(Procedures.Chemotherapy, visit);
            chart.Body.Swing(LabTests.Leukocytes, day, -4, 12);
            chart.Body.Swing(LabTests.Platelets, day, -70, 12);
            chart.Note(DocumentKind.Progress, visit);
            Lowest(chart, day.AddDays(10), diagnosis);
        }
    }

    /// <summary>Between two cycles the blood is counted when it is at its lowest.</summary>
    private static void Lowest(ChartBuilder chart, DateOnly day, Diagnosis diagnosis)
    {
        if (day > chart.Horizon)
            return;
        var visit = chart.See(VisitKind.Office, day, diagnosis, chart.Hospital);
        chart.Measure(visit, LabTests.Temperature);
        chart.Measure(visit, LabTests.BloodCount);
        chart.Note(DocumentKind.Progress, visit);
    }
}
