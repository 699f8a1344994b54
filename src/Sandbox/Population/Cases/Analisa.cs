using HeiChartViewer.Sandbox.Population.Pathways;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Cases;

/// <summary>The rich chart: many conditions, conflicting doses, a potassium that becomes an emergency.</summary>
internal static class Analisa
{
    public static readonly PersonSketch Sketch = new()
    {
        Key = "analisa",
        Title = "The whole chart",
        What =
            "A rich record from three sources that overlap and disagree: every section has something to show, "
            + "metformin's dose and the stage of the kidney disease conflict, the newest potassium is critical.",
        Name = new PersonName("Analisa", "Roberson") { Prefix = "Ms" },
        Sex = Sex.Female,
        Born = new DateOnly(1934, 8, 20),
        PatientId = "a2f6a16d-1331-4ccc-8f70-6c4d953ba70b",
        PersonId = "151579",
        Mrn = "4481207731",
        Thorough = true,
        Live = Live,
    };

    private static readonly DateOnly Explicit = new(2024, 6, 1);

    private static void Live(ChartBuilder chart)
    {
        chart.Allergic(Allergens.PenicillinV, new DateOnly(2018, 4, 1), "high", "Severe");
        chart.Allergic(Allergens.Latex, new DateOnly(2011, 6, 14), "low", "Mild");
        chart.Allergic(Allergens.Shellfish, new DateOnly(2015, 9, 2));
        Vaccinations(chart);
        Body(chart);
        EarlierYears(chart);
        Chest(chart);
        KidneyAndHeart(chart);
        LastYears(chart);
        Emergency(chart);
    }

    private static void Body(ChartBuilder chart)
    {
        var body = chart.Body;
        body.Shift(LabTests.HemoglobinA1c, new DateOnly(2006, 1, 1), 3.5, 1100);
        body.Shift(LabTests.HemoglobinA1c, new DateOnly(2009, 3, 10), -1.3, 150);
        body.Shift(LabTests.Glucose, new DateOnly(2006, 1, 1), 80, 1100);
        body.Shift(LabTests.Glucose, new DateOnly(2009, 3, 10), -35, 150);
        body.Shift(LabTests.Filtration, new DateOnly(2012, 1, 1), -14, 3300);
        body.Shift(LabTests.AlbuminCreatinineRatio, new DateOnly(2012, 1, 1), 180, 4000);
        body.Shift(LabTests.Potassium, new DateOnly(2016, 1, 1), 0.4, 2500);
        body.Shift(LabTests.Systolic, new DateOnly(2002, 1, 1), 22, 600);
    }

    private static void EarlierYears(ChartBuilder chart)
    {
        var found = chart.See(
            VisitKind.Office,
            new DateOnly(2009, 3, 10),
            Diagnoses.TypeTwoDiabetes,
            chart.Hospital
        );
        chart.Vitals(found);
        chart.Measure(found, LabTests.HemoglobinA1c);
        chart.Measure(found, LabTests.Metabolic);
        chart.Measure(found, LabTests.Lipids);
        chart.Report(found, LabTests.Smoking, SmokingStatuses.Never);
        chart.Diagnose(Diagnoses.TypeTwoDiabetes, found);
        chart.Diagnose(Diagnoses.Hypertension, found, new DateOnly(2004, 1, 1));
        chart.Diagnose(Diagnoses.Hyperlipidemia, found);
        chart.Prescribe(Drugs.Metformin500, found, disputed: true);
        chart.Prescribe(Drugs.Atorvastatin20, found, disputed: false);
        chart.Note(DocumentKind.History, found, "Thirst, tiredness, blurred sight.");

        Operation(
            chart,
            new DateOnly(2013, 5, 21),
            Diagnoses.Osteoarthritis,
            Procedures.KneeReplacement
        );
        var raised = chart.See(
            VisitKind.Office,
            new DateOnly(2015, 1, 14),
            Diagnoses.Hypertension,
            chart.Hospital
        );
        chart.Vitals(raised);
        chart.Prescribe(Drugs.Lisinopril10, raised, disputed: false);
        chart.Body.Shift(LabTests.Systolic, raised.Day, -14, 60);
        chart.Note(DocumentKind.Progress, raised);
        Operation(chart, new DateOnly(2016, 10, 4), Diagnoses.Cataract, Procedures.Cataract);

        foreach (var day in chart.Days(new DateOnly(2010, 2, 1), 330, Explicit))
        {
            var visit = chart.See(VisitKind.Office, day, Diagnoses.TypeTwoDiabetes);
            chart.Vitals(visit);
            chart.Measure(visit, LabTests.HemoglobinA1c, LabTests.AlbuminCreatinineRatio);
            chart.Measure(visit, LabTests.Metabolic);
            chart.Note(DocumentKind.Progress, visit);
        }
    }

    private static void Chest(ChartBuilder chart)
    {
        var day = new DateOnly(2019, 1, 22);
        chart.Body.Swing(LabTests.Temperature, day.AddDays(-1), 2.1, 4);
        chart.Body.Swing(LabTests.CReactiveProtein, day.AddDays(-1), 110, 12);
        var visit = chart.See(VisitKind.Emergency, day, Diagnoses.Pneumonia, chart.Hospital);
        chart.Vitals(visit);
        chart.Measure(visit, LabTests.BloodCount);
        chart.Measure(visit, LabTests.CReactiveProtein);
        chart.Perform(Procedures.ChestXray, visit);
        chart.Document(
            DocumentKind.Imaging,
            visit,
            "X-ray of chest",
            "CHEST X-RAY\nConsolidation in the right lower lobe.\nImpression: pneumonia."
        );
        chart.Diagnose(Diagnoses.Pneumonia, visit, day, day.AddDays(30));
        chart.Prescribe(Drugs.Azithromycin, visit, day.AddDays(5));
        chart.Note(
            DocumentKind.Emergency,
            visit,
            "Fever and cough for two days. No penicillin: allergic."
        );
    }

    private static void Operation(
        ChartBuilder chart,
        DateOnly day,
        Diagnosis diagnosis,
        Term procedure
    )
    {
        var stay = chart.See(VisitKind.Inpatient, day, diagnosis, chart.Hospital, nights: 1);
        chart.Vitals(stay);
        chart.Measure(stay, LabTests.BloodCount);
        chart.Diagnose(diagnosis, stay, day.AddYears(-2));
        chart.Perform(procedure, stay);
        chart.Prescribe(Drugs.Oxycodone, stay, day.AddDays(10), asNeeded: true);
        chart.Document(
            DocumentKind.Operative,
            stay,
            procedure.Display,
            $"OPERATIVE NOTE\n{procedure.Display} without complications."
        );
    }

    private static void KidneyAndHeart(ChartBuilder chart)
    {
        var kidney = chart.See(
            VisitKind.Office,
            new DateOnly(2021, 2, 11),
            Diagnoses.KidneyStage3B,
            chart.Hospital
        );
        chart.Vitals(kidney);
        chart.Measure(kidney, LabTests.Metabolic);
        chart.Diagnose(Diagnoses.KidneyStage3B, kidney);
        chart.Diagnose(Diagnoses.DiabeticKidneyDisease, kidney);
        chart.Note(DocumentKind.Consult, kidney);
        // The clinics never moved the stage on.
        var clinic = chart.See(
            VisitKind.Office,
            new DateOnly(2021, 3, 5),
            Diagnoses.KidneyStage3A,
            chart.Clinic
        );
        chart.Vitals(clinic);
        chart.Diagnose(Diagnoses.KidneyStage3A, clinic);
        chart.Note(DocumentKind.Progress, clinic);

        chart.Body.Swing(LabTests.HeartRate, new DateOnly(2022, 7, 1), 58, 4);
        var stay = chart.See(
            VisitKind.Inpatient,
            new DateOnly(2022, 7, 2),
            Diagnoses.AtrialFibrillation,
            chart.Hospital,
            nights: 4
        );
        chart.Vitals(stay);
        chart.Measure(stay, LabTests.Metabolic);
        chart.Measure(stay, LabTests.BloodCount);
        chart.Measure(stay, LabTests.TroponinT, LabTests.Thyrotropin);
        chart.Perform(Procedures.Electrocardiogram, stay);
        chart.Perform(Procedures.Echocardiogram, stay);
        chart.Diagnose(Diagnoses.AtrialFibrillation, stay);
        chart.Prescribe(Drugs.Apixaban25, stay, disputed: false);
        chart.Prescribe(Drugs.MetoprololTartrate, stay, disputed: false);
        chart.Note(
            DocumentKind.Discharge,
            stay,
            "Palpitations and dizziness since the evening before."
        );
    }

    private static void LastYears(ChartBuilder chart)
    {
        var summer = chart.See(
            VisitKind.Office,
            new DateOnly(2024, 8, 3),
            Diagnoses.TypeTwoDiabetes,
            chart.Hospital
        );
        chart.Vitals(summer);
        Laboratory(chart, summer, potassium: 4.8, filtration: 45, sugar: 7.4, hemoglobin: 12.7);
        chart.Note(DocumentKind.Progress, summer);
        var abroad = chart.See(
            VisitKind.Office,
            new DateOnly(2024, 8, 20),
            Diagnoses.TypeTwoDiabetes,
            chart.Clinic
        );
        chart.Vitals(abroad);
        chart.Report(abroad, LabTests.HemoglobinA1cIfcc, 57);
        chart.Note(DocumentKind.Progress, abroad);

        var winter = chart.See(
            VisitKind.Office,
            new DateOnly(2025, 2, 19),
            Diagnoses.TypeTwoDiabetes,
            chart.Hospital
        );
        chart.Vitals(winter);
        Laboratory(chart, winter, potassium: 5.0, filtration: 44, sugar: 7.1, hemoglobin: 12.4);
        chart.Note(DocumentKind.Progress, winter);
        var counter = chart.See(
            VisitKind.Office,
            new DateOnly(2025, 9, 9),
            Diagnoses.Osteoarthritis,
            chart.Clinic
        );
        chart.Vitals(counter);
        chart.State(Drugs.Ibuprofen400, counter, "2025", asNeeded: true);
        chart.Note(DocumentKind.Progress, counter);

        var nephrology = chart.See(
            VisitKind.Office,
            new DateOnly(2026, 1, 30),
            Diagnoses.KidneyStage3B,
            chart.Clinic
        );
        chart.Vitals(nephrology);
        chart.Report(nephrology, LabTests.HemoglobinA1cIfcc, 52);
        chart.Note(DocumentKind.Consult, nephrology);
        var january = chart.See(
            VisitKind.Office,
            new DateOnly(2026, 1, 30),
            Diagnoses.KidneyStage3B,
            chart.Hospital
        );
        Laboratory(chart, january, potassium: 5.3, filtration: 39, sugar: 6.9, hemoglobin: 12.1);
        chart.Report(january, LabTests.TroponinT, 4);
        chart.Note(DocumentKind.Progress, january);
    }

    private static void Emergency(ChartBuilder chart)
    {
        var visit = chart.See(
            VisitKind.Emergency,
            new DateOnly(2026, 11, 18),
            Diagnoses.Hyperkalemia,
            chart.Hospital
        );
        chart.Vitals(visit);
        Laboratory(chart, visit, potassium: 6.2, filtration: 36, sugar: 6.8, hemoglobin: 11.6);
        chart.Perform(Procedures.Electrocardiogram, visit);
        chart.Diagnose(Diagnoses.Hyperkalemia, visit);
        chart.Diagnose(Diagnoses.Anemia, visit);
        chart.Note(
            DocumentKind.Emergency,
            visit,
            "Weakness in both legs since the morning. Takes ibuprofen for the knee. No change in the electrocardiogram."
        );
    }

    private static void Laboratory(
        ChartBuilder chart,
        Visit visit,
        double potassium,
        double filtration,
        double sugar,
        double hemoglobin
    )
    {
        chart.Report(visit, LabTests.Potassium, potassium);
        chart.Report(visit, LabTests.Filtration, filtration);
        chart.Report(visit, LabTests.HemoglobinA1c, sugar);
        chart.Report(visit, LabTests.Hemoglobin, hemoglobin);
        chart.Measure(
            visit,
            LabTests.Sodium,
            LabTests.Chloride,
            LabTests.Bicarbonate,
            LabTests.Glucose
        );
        chart.Measure(visit, LabTests.Leukocytes, LabTests.Platelets);
    }

    private static void Vaccinations(ChartBuilder chart)
    {
        for (var year = 2016; year <= 2026; year++)
            chart.Vaccinate(Vaccines.Influenza, new DateOnly(year, 10, 12), refused: year == 2023);
        chart.Vaccinate(Vaccines.Pneumococcal23, new DateOnly(2001, 10, 3));
        chart.Vaccinate(Vaccines.Zoster, new DateOnly(2019, 5, 2));
        chart.Vaccinate(Vaccines.Zoster, new DateOnly(2019, 9, 5));
        chart.Vaccinate(Vaccines.Covid, new DateOnly(2021, 2, 18));
        chart.Vaccinate(Vaccines.Covid, new DateOnly(2021, 3, 11));
    }
}
