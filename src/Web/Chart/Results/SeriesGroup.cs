using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Chart.Results;

/// <summary>Tests that stand under one heading of the flowsheet.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Series">The tests.</param>
public sealed record SeriesGroup(string Heading, IReadOnlyList<ResultSeries> Series)
{
    /// <summary>By kind, and within a kind by panel; what is in none comes after the panels.</summary>
    public static IReadOnlyList<SeriesGroup> ByPanel(IEnumerable<ResultSeries> series) =>
        [
            .. series
                .Select(one => (Series: one, Panel: ResultPanel.Of(one)))
                .GroupBy(one => (one.Series.Kind, one.Panel))
                .OrderBy(group => group.Key.Kind, StringComparer.OrdinalIgnoreCase)
                .ThenBy(group => Place(group.Key.Panel))
                .Select(group => new SeriesGroup(
                    group.Key.Panel is { } panel
                        ? $"{group.Key.Kind}: {panel.Name}"
                        : group.Key.Kind,
                    [
                        .. group
                            .Select(one => one.Series)
                            .OrderBy(one => group.Key.Panel?.PlaceOf(one) ?? 0),
                    ]
                )),
        ];

    /// <summary>Those whose last result is to be looked at first on top, whatever their kind.</summary>
    public static IReadOnlyList<SeriesGroup> AbnormalFirst(IEnumerable<ResultSeries> series) =>
        [
            .. series
                .GroupBy(one => LatestResults.Urgency(one.Latest.Flag))
                .OrderByDescending(group => group.Key)
                .Select(group => new SeriesGroup(Words(group.Key), [.. group])),
        ];

    private static int Place(ResultPanel? panel) =>
        panel is null
            ? ResultPanel.All.Count
            : ResultPanel.All.TakeWhile(one => one != panel).Count();

    private static string Words(int urgency) =>
        urgency switch
        {
            3 => Say("Last result critical"),
            2 => Say("Last result abnormal"),
            1 => Say("Last result flagged in words this viewer does not know"),
            _ => Say("Last result not flagged as abnormal"),
        };
}
