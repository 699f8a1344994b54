using HeiChartViewer.Sandbox.Population.Pathways;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Cases;

/// <summary>Records that are many, none, wrong, wordy or hostile.</summary>
internal static class RecordCases
{
    public static IReadOnlyList<PersonSketch> All =>
        [
            new()
            {
                Key = "no-known-allergies",
                Title = "No known allergies",
                What = "One record says that no allergy is known: a statement, not an empty list.",
                Name = new PersonName("Emil", "Lindqvist"),
                Sex = Sex.Male,
                Born = new DateOnly(1979, 2, 11),
                Live = chart =>
                {
                    chart.NoKnownAllergies(new DateOnly(2025, 6, 3));
                    HypertensionPathway.Live(chart);
                },
            },
            new()
            {
                Key = "empty",
                Title = "Demographics only",
                What =
                    "Every list is empty: nothing was received, which is not the same as nothing exists.",
                Name = new PersonName("Vera", "Blank"),
                Sex = Sex.Female,
                Born = new DateOnly(1991, 10, 1),
                SourceCount = 1,
                Live = _ => { },
            },
            new()
            {
                Key = "ten-thousand",
                Title = "10,000 results",
                What =
                    "Exactly 10,000 observations: 100 pages of 100, and the screen must not wait for the last.",
                Name = new PersonName("Gustav", "Kestrel"),
                Sex = Sex.Male,
                Born = new DateOnly(1955, 8, 8),
                Live = chart => Monitor(chart, 10_000),
            },
            new()
            {
                Key = "hundred-thousand",
                Title = "100,000 results",
                What =
                    "Exactly 100,000 observations: what may be held in memory, and how long a section may take, is decided here.",
                Name = new PersonName("Magnus", "Kestrel"),
                Sex = Sex.Male,
                Born = new DateOnly(1948, 1, 19),
                Live = chart => Monitor(chart, 100_000),
            },
            new()
            {
                Key = "entered-in-error",
                Title = "Taken back and unknown statuses",
                What =
                    "In every section one record was entered in error and one has a status nobody knows: "
                    + "the first never shows as data, the second shows as it is.",
                Name = new PersonName("Odile", "Ibarra"),
                Sex = Sex.Female,
                Born = new DateOnly(1963, 3, 3),
                Thorough = true,
                Live = chart =>
                {
                    Complete(chart);
                    chart.TakeBackTheFirst();
                },
            },
            new()
            {
                Key = "mixed-units",
                Title = "Mixed units",
                What =
                    "Glucose, creatinine, HbA1c, weight and temperature in two units each: never one series, never converted unseen.",
                Name = new PersonName("Renata", "Salazar"),
                Sex = Sex.Female,
                Born = new DateOnly(1958, 5, 29),
                Live = MixedUnits,
            },
            new()
            {
                Key = "panels",
                Title = "One result in parts",
                What =
                    "Blood pressures are one observation with two parts, each with a value, a flag and a range of its own; "
                    + "every second one has nothing but the parts.",
                Name = new PersonName("Ottilie", "Brandt"),
                Sex = Sex.Female,
                Born = new DateOnly(1952, 6, 18),
                Live = Panels,
            },
            new()
            {
                Key = "text-only",
                Title = "Words without codes",
                What =
                    "No record of any section carries a code for what it is about: words are all there is.",
                Name = new PersonName("Walter", "Eastwick"),
                Sex = Sex.Male,
                Born = new DateOnly(1949, 9, 17),
                TextOnly = true,
                Thorough = true,
                Live = chart =>
                {
                    Complete(chart);
                    var visit = chart.See(VisitKind.Office, new DateOnly(2026, 5, 6));
                    chart.Report(visit, LabTests.UrineProtein, "none seen");
                    chart.Report(visit, LabTests.Hemoglobin, "about 12, a little low");
                },
            },
            new()
            {
                Key = "hostile-text",
                Title = "Hostile text",
                What =
                    "Script, markup, control and direction characters in every text field, names, units, statuses and addresses included: all of it is text.",
                Name = new PersonName(
                    "Bobby<script>alert(1)</script>",
                    "Tables\"><img src=x onerror=alert(1)>\u202Egnp"
                ),
                Sex = Sex.Male,
                Born = new DateOnly(1972, 12, 5),
                Thorough = true,
                Wording = HostileText.Spoil,
                Live = chart =>
                {
                    Complete(chart);
                    // A quantity is text too, and this one is no number.
                    var visit = chart.See(VisitKind.Inpatient, new DateOnly(2026, 4, 7));
                    chart.Report(visit, LabTests.Potassium, HostileText.Spoil("4.2"), "A");
                },
            },
        ];

    /// <summary>A chart with something in every section.</summary>
    public static void Complete(ChartBuilder chart)
    {
        chart.Smokes = SmokingStatuses.Former;
        Background.Live(chart);
        chart.Allergic(Allergens.Peanut, new DateOnly(2017, 7, 7), "high", "Severe");
        chart.Vaccinate(Vaccines.Influenza, new DateOnly(2025, 10, 2));
        DiabetesPathway.Live(chart);
        var visit = chart.See(VisitKind.Office, new DateOnly(2026, 3, 19));
        chart.Report(visit, LabTests.Smoking, SmokingStatuses.Former);
        chart.Perform(Procedures.Electrocardiogram, visit);
        chart.Note(DocumentKind.Progress, visit);
    }

    private static void Monitor(ChartBuilder chart, int results)
    {
        HypertensionPathway.Live(chart);
        // A bed with a monitor: every reading is kept.
        LabTest[] monitored =
        [
            LabTests.HeartRate,
            LabTests.Saturation,
            LabTests.RespiratoryRate,
            LabTests.Systolic,
            LabTests.Diastolic,
            LabTests.Glucose,
            LabTests.Potassium,
        ];
        for (
            var day = new DateOnly(2019, 1, 7);
            chart.ObservationCount < results;
            day = day.AddDays(results > 50_000 ? 1 : 2)
        )
        {
            var visit = chart.See(VisitKind.Inpatient, day, Diagnoses.Pneumonia, chart.Hospital);
            while (chart.ObservationCount < results && visit.Findings.Count < 8 * monitored.Length)
                chart.Measure(visit, monitored[visit.Findings.Count % monitored.Length]);
        }
    }

    private static void Panels(ChartBuilder chart)
    {
        // The upper pressure alone is high, as in old age.
        chart.Body.Shift(LabTests.Systolic, new DateOnly(2020, 1, 1), 40, 900);
        var isInWords = true;
        foreach (var day in chart.Days(new DateOnly(2024, 2, 6), 120))
        {
            var visit = chart.See(VisitKind.Office, day, Diagnoses.Hypertension, chart.Hospital);
            chart.ReportPanel(
                visit,
                LabTests.BloodPressure,
                isInWords,
                LabTests.Systolic,
                LabTests.Diastolic
            );
            isInWords = !isInWords;
            chart.Measure(visit, LabTests.HeartRate);
            chart.Note(DocumentKind.Progress, visit);
        }
    }

    private static void MixedUnits(ChartBuilder chart)
    {
        var found = new DateOnly(2023, 1, 10);
        chart.Body.Shift(LabTests.HemoglobinA1c, found.AddYears(-2), 2.6, 600);
        chart.Body.Shift(LabTests.Glucose, found.AddYears(-2), 70, 600);
        var metric = false;
        foreach (var day in chart.Days(found, 90))
        {
            metric = !metric;
            var visit = chart.See(
                VisitKind.Office,
                day,
                Diagnoses.TypeTwoDiabetes,
                metric ? chart.Clinic : chart.Hospital
            );
            chart.Measure(
                visit,
                metric
                    ?
                    [
                        LabTests.GlucoseMolar,
                        LabTests.CreatinineMolar,
                        LabTests.HemoglobinA1cIfcc,
                        LabTests.Weight,
                        LabTests.Temperature,
                    ]
                    :
                    [
                        LabTests.Glucose,
                        LabTests.Creatinine,
                        LabTests.HemoglobinA1c,
                        LabTests.WeightPounds,
                        LabTests.TemperatureFahrenheit,
                    ]
            );
            if (day == found)
                chart.Diagnose(Diagnoses.TypeTwoDiabetes, visit);
            chart.Note(DocumentKind.Progress, visit);
        }
    }
}
