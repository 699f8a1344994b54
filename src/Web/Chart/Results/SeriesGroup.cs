using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Chart.Results;

/// <summary>Tests that stand under one heading of the flowsheet.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Series">The tests.</param>
public sealed record SeriesGroup(string Heading, IReadOnlyList<ResultSeries> Series)
{
    /// <summary>By kind, and within a kind by panel; what is in none comes after the panels.</summary>
    public static IReadOnlyList<SeriesGroup> ByPanel(IEnumerable<ResultSeries> series)
    {
        var groups = series
            .Select(one => (Series: one, Panel: ResultPanel.Of(one)))
            .GroupBy(one => (one.Series.Kind, one.Panel), one => one.Series)
            .OrderBy(group => group.Key.Kind, StringComparer.OrdinalIgnoreCase)
            .ThenBy(group => Place(group.Key.Panel))
            .ToList();
        var parted = groups
            .Where(group => group.Key.Panel is not null)
            .Select(group => group.Key.Kind)
            .ToHashSet();
        return
        [
            .. groups.Select(group => new SeriesGroup(
                HeadingOf(group.Key.Kind, group.Key.Panel, parted.Contains(group.Key.Kind)),
                [.. group.OrderBy(one => group.Key.Panel?.PlaceOf(one) ?? 0)]
            )),
        ];
    }

    /// <summary>Those whose last result is to be looked at first on top, whatever their kind.</summary>
    public static IReadOnlyList<SeriesGroup> AbnormalFirst(IEnumerable<ResultSeries> series) =>
        [
            .. series
                .GroupBy(one => LatestResults.Urgency(one.Latest.Flag))
                .OrderByDescending(group => group.Key)
                .Select(group => new SeriesGroup(Words(group.Key), [.. group])),
        ];

    private static string HeadingOf(string kind, ResultPanel? panel, bool isParted) =>
        panel is not null ? $"{kind}: {panel.Name}"
        : isParted ? Say($"{kind}: other tests")
        : kind;

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
