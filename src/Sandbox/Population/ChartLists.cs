namespace HeiChartViewer.Sandbox.Population;

/// <summary>The lists of a chart.</summary>
internal static class ChartLists
{
    public static readonly IReadOnlyList<ChartList> All =
    [
        new("patient", "demographics", x => x.Demographics, (x, y) => x with { Demographics = y }),
        new("allergy", "allergies", x => x.Allergies, (x, y) => x with { Allergies = y }),
        new("condition", "conditions", x => x.Conditions, (x, y) => x with { Conditions = y }),
        new("medication", "medications", x => x.Medications, (x, y) => x with { Medications = y }),
        new(
            "longitudinal-record",
            "medication-dispenses",
            x => x.MedicationDispenses,
            (x, y) => x with { MedicationDispenses = y }
        ),
        new(
            "immunization",
            "immunizations",
            x => x.Immunizations,
            (x, y) => x with { Immunizations = y }
        ),
        new("procedure", "procedures", x => x.Procedures, (x, y) => x with { Procedures = y }),
        new(
            "observation",
            "observations",
            x => x.Observations,
            (x, y) => x with { Observations = y }
        ),
        new("encounter", "encounters", x => x.Encounters, (x, y) => x with { Encounters = y }),
        new(
            "longitudinal-record",
            "document-references",
            x => x.DocumentReferences,
            (x, y) => x with { DocumentReferences = y }
        ),
    ];

    /// <summary>The list that has this name in a path, or null.</summary>
    public static ChartList? Find(string? resource) =>
        All.FirstOrDefault(list => list.Resource == resource);

    /// <summary>The same chart with every list put through a function.</summary>
    public static Chart Map(this Chart chart, Func<ChartList, RecordList, RecordList> map) =>
        All.Aggregate(chart, (mapped, list) => list.With(mapped, map(list, list.Of(chart))));
}
