using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>The lists of a chart under the names they have in a population file: the last word of the list's path, in camelCase.</summary>
internal static class RecordLists
{
    public static readonly IReadOnlyList<(string Name, Func<Chart, RecordList> Of)> All =
    [
        ("demographics", chart => chart.Demographics),
        ("allergies", chart => chart.Allergies),
        ("conditions", chart => chart.Conditions),
        ("medications", chart => chart.Medications),
        ("medicationDispenses", chart => chart.MedicationDispenses),
        ("immunizations", chart => chart.Immunizations),
        ("procedures", chart => chart.Procedures),
        ("observations", chart => chart.Observations),
        ("encounters", chart => chart.Encounters),
        ("documentReferences", chart => chart.DocumentReferences),
    ];
}
