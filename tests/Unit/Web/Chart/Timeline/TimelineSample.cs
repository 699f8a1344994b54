using FsCheck;
using FsCheck.Fluent;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Timeline;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Timeline;

/// <summary>Items of a timeline.</summary>
internal static class TimelineSample
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static TimelineItem Item(
        string id,
        Period? period,
        int contributors = 1,
        ChartView? view = null
    ) =>
        new(
            view ?? ChartView.Conditions,
            id,
            $"Item {id}",
            null,
            null,
            period,
            null,
            contributors,
            []
        );

    public static TimelineItem Item(string id, string? start, string? end = null) =>
        Item(
            id,
            end is null
                ? Period.At(start is null ? null : PartialDate.Parse(start))
                : Period.Between(
                    start is null ? null : PartialDate.Parse(start),
                    PartialDate.Parse(end),
                    Unended.IsUnknown,
                    Today
                )
        );

    /// <summary>Lanes of any items: vague, exact, lasting, undated, many at the same time.</summary>
    public static Gen<TimelineItem[]> Lanes { get; } =
        from count in Gen.Choose(0, 120)
        from items in Gen.ArrayOf(Periods(), count)
        select items.Select((period, i) => Item($"{i:000}", period)).ToArray();

    private static Gen<Period?> Periods() =>
        from kind in Gen.Choose(0, 5)
        from year in Gen.Choose(1930, 2030)
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        from hour in Gen.Choose(0, 23)
        from length in Gen.Choose(0, 12)
        select kind switch
        {
            0 => null,
            1 => Period.At(PartialDate.Parse($"{year:0000}")),
            2 => Period.At(PartialDate.Parse($"{year:0000}-{month:00}")),
            3 => Period.At(PartialDate.Parse($"2020-03-{day:00}T{hour:00}:00:00Z")),
            4 => Period.At(PartialDate.Parse($"{year:0000}-{month:00}-{day:00}")),
            _ => Period.Between(
                PartialDate.Parse($"{year:0000}-{month:00}-{day:00}"),
                PartialDate.Parse($"{year + length:0000}-{month:00}"),
                Unended.IsUnknown,
                Today
            ),
        };
}
