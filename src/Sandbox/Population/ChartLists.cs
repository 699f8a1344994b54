namespace HeiChartViewer.Sandbox.Population;

/// <summary>The lists of a chart by the name they have in a path.</summary>
internal static class ChartLists
{
    /// <summary>The list of a resource.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such list.</exception>
    public static RecordList List(this Chart chart, string resource) =>
        resource switch
        {
            "demographics" => chart.Demographics,
            "allergies" => chart.Allergies,
            "conditions" => chart.Conditions,
            "medications" => chart.Medications,
            "medication-dispenses" => chart.MedicationDispenses,
            "immunizations" => chart.Immunizations,
            "procedures" => chart.Procedures,
            "observations" => chart.Observations,
            "encounters" => chart.Encounters,
            "document-references" => chart.DocumentReferences,
            _ => throw new ArgumentOutOfRangeException(nameof(resource), resource, null),
        };

    public static readonly IReadOnlyList<string> Resources =
    [
        "demographics",
        "allergies",
        "conditions",
        "medications",
        "medication-dispenses",
        "immunizations",
        "procedures",
        "observations",
        "encounters",
        "document-references",
    ];

    /// <summary>The same chart with every list put through a function.</summary>
    public static Chart Map(this Chart chart, Func<string, RecordList, RecordList> map) =>
        chart with
        {
            Demographics = map("demographics", chart.Demographics),
            Allergies = map("allergies", chart.Allergies),
            Conditions = map("conditions", chart.Conditions),
            Medications = map("medications", chart.Medications),
            MedicationDispenses = map("medication-dispenses", chart.MedicationDispenses),
            Immunizations = map("immunizations", chart.Immunizations),
            Procedures = map("procedures", chart.Procedures),
            Observations = map("observations", chart.Observations),
            Encounters = map("encounters", chart.Encounters),
            DocumentReferences = map("document-references", chart.DocumentReferences),
        };
}
