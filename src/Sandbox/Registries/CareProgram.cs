using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Registries;

/// <summary>A program of a registry: who is in it, and what is measured.</summary>
/// <param name="Slug">Its short name.</param>
/// <param name="Name">Its name in words.</param>
/// <param name="Diagnosis">The beginning of the billing codes that whoever is in it has; null where every adult is.</param>
/// <param name="Measures">What is measured.</param>
internal sealed record CareProgram(
    string Slug,
    string Name,
    string? Diagnosis,
    IReadOnlyList<CareMeasure> Measures
)
{
    private const int Adult = 18;

    private static readonly CareMeasure BloodPressure = new(
        "blood-pressure",
        "Systolic blood pressure below 140 mmHg",
        "mm[Hg]",
        view =>
            CareStanding.LastIs(value => value < 140, view.Results(LabTests.Systolic), view.Today)
    );

    private static readonly CareMeasure KidneyFunction = new(
        "kidney-function",
        "Potassium measured within 12 months",
        null,
        view => CareStanding.Within(12, view.Results(LabTests.Potassium), view.Today)
    );

    /// <summary>Every program; nobody who has died is in one.</summary>
    public static readonly IReadOnlyList<CareProgram> All =
    [
        new(
            "diabetes",
            "Diabetes mellitus",
            "E11",
            [
                new(
                    "hba1c-measured",
                    "HbA1c measured within 6 months",
                    null,
                    view => CareStanding.Within(6, view.Results(LabTests.HemoglobinA1c), view.Today)
                ),
                new(
                    "hba1c-controlled",
                    "HbA1c below 8 %",
                    "%",
                    view =>
                        CareStanding.LastIs(
                            value => value < 8,
                            view.Results(LabTests.HemoglobinA1c),
                            view.Today
                        )
                ),
                new(
                    "urine-albumin",
                    "Urine albumin measured within 12 months",
                    null,
                    view =>
                        CareStanding.Within(
                            12,
                            view.Results(LabTests.AlbuminCreatinineRatio),
                            view.Today
                        )
                ),
                BloodPressure,
            ]
        ),
        new("hypertension", "Hypertension", "I10", [BloodPressure, KidneyFunction]),
        new(
            "heart-failure",
            "Heart failure",
            "I50",
            [
                new(
                    "weight",
                    "Weight measured within 6 months",
                    null,
                    view => CareStanding.Within(6, view.Results(LabTests.Weight), view.Today)
                ),
                KidneyFunction,
            ]
        ),
        new(
            "adult-wellness",
            "Adult wellness",
            null,
            [
                new(
                    "influenza",
                    "Influenza vaccination within 12 months",
                    null,
                    view =>
                        CareStanding.Within(12, view.Vaccinations(Vaccines.Influenza), view.Today)
                ),
                new(
                    "mammography",
                    "Mammography within 27 months, women from 50 to 74",
                    null,
                    Mammography
                ),
            ]
        ),
    ];

    /// <summary>The programs that somebody is in, each with what says so.</summary>
    public static IEnumerable<(CareProgram Program, IReadOnlyList<ChartFact> Because)> Of(
        CareView view
    ) =>
        view.Person.Died is not null
            ? []
            : All.Select(program => (Program: program, Because: program.Reasons(view)))
                .Where(one =>
                    one.Program.Diagnosis is null ? view.Years >= Adult : one.Because.Count > 0
                );

    private IReadOnlyList<ChartFact> Reasons(CareView view) =>
        Diagnosis is null ? [] : view.Diagnosed(Diagnosis);

    private static CareStanding Mammography(CareView view) =>
        view.Person.Sex != Population.Sex.Female
        || view.Years is < 50 or > 74
        || view.Diagnosed("C50").Count > 0
            ? new CareStanding(CareStanding.Excluded, null, [])
            : CareStanding.Within(27, view.Procedures(Procedures.Mammography), view.Today);
}
