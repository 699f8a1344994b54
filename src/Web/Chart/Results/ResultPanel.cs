using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Results;

/// <summary>
/// Tests that are usually read together. HealtheIntent names no panel, so the viewer groups by LOINC code; a test in
/// none of these stands with its kind.
/// </summary>
/// <param name="Name">The panel.</param>
/// <param name="Codes">Its tests, in the order they are read.</param>
public sealed record ResultPanel(Phrase Name, IReadOnlyList<string> Codes)
{
    /// <summary>All panels, in their order.</summary>
    public static IReadOnlyList<ResultPanel> All { get; } =
    [
        new(
            Phrase.Of("Blood count"),
            ["6690-2", "789-8", "718-7", "4544-3", "787-2", "785-6", "786-4", "788-0", "777-3"]
        ),
        new(
            Phrase.Of("Electrolytes and kidney"),
            [
                "2951-2",
                "2823-3",
                "2075-0",
                "2028-9",
                "3094-0",
                "2160-0",
                "14682-9",
                "33914-3",
                "98979-8",
                "17861-6",
            ]
        ),
        new(Phrase.Of("Glucose"), ["2345-7", "14749-6", "4548-4", "59261-8"]),
        new(
            Phrase.Of("Liver"),
            ["1742-6", "1920-8", "6768-6", "1975-2", "1968-7", "2885-2", "1751-7"]
        ),
        new(Phrase.Of("Lipids"), ["2093-3", "2571-8", "2085-9", "13457-7", "18262-6", "2089-1"]),
        new(Phrase.Of("Coagulation"), ["6301-6", "5902-2", "3173-2"]),
        new(Phrase.Of("Heart"), ["67151-1", "10839-9", "6598-7", "42637-9", "33762-6"]),
        new(Phrase.Of("Inflammation"), ["1988-5", "4537-7", "33959-8", "2524-7"]),
        new(Phrase.Of("Thyroid"), ["3016-3", "3024-7", "3053-6"]),
        new(
            Phrase.Of("Blood gas"),
            ["2744-1", "2019-8", "2703-7", "1960-4", "1925-7", "2708-6", "2713-6"]
        ),
        new(
            Phrase.Of("Urine"),
            ["9318-7", "14959-1", "20454-5", "5803-2", "5811-5", "5799-2", "5802-4", "5792-7"]
        ),
        new(
            Phrase.Of("Circulation and breathing"),
            ["85354-9", "8480-6", "8462-4", "8867-4", "9279-1", "59408-5", "8310-5"]
        ),
        new(Phrase.Of("Body measures"), ["29463-7", "8302-2", "39156-5", "9843-4", "8287-5"]),
    ];

    /// <summary>The panel of a test; null where it is in none.</summary>
    public static ResultPanel? Of(ResultSeries series) =>
        Code(series) is { } code ? All.FirstOrDefault(panel => panel.Codes.Contains(code)) : null;

    /// <summary>The test's place in the panel.</summary>
    public int PlaceOf(ResultSeries series) =>
        Code(series) is { } code ? Codes.TakeWhile(one => one != code).Count() : Codes.Count;

    private static string? Code(ResultSeries series) =>
        series
            .Latest.Record.Code?.Codings.FirstOrDefault(coding =>
                coding.System == CodeSystems.Loinc
            )
            ?.Code;
}
