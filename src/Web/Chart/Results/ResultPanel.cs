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
                "33914-3",
                "2345-7",
                "17861-6",
            ]
        ),
        new(
            Phrase.Of("Liver"),
            ["1742-6", "1920-8", "6768-6", "1975-2", "1968-7", "2885-2", "1751-7"]
        ),
        new(Phrase.Of("Lipids"), ["2093-3", "2571-8", "2085-9", "13457-7", "18262-6", "2089-1"]),
        new(Phrase.Of("Coagulation"), ["6301-6", "5902-2", "3173-2"]),
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
