using System.Globalization;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>Days that mark a time axis: the beginnings of years, months or days, a handful of them.</summary>
public static class TimeTicks
{
    private const int Most = 7;

    /// <summary>The marks within a span, each with its words.</summary>
    public static IReadOnlyList<(DateTime At, string Words)> Between(DateTime from, DateTime to)
    {
        foreach (var years in (int[])[0, 1, 2, 5, 10, 20])
        foreach (var months in years == 0 ? (int[])[0, 1, 3, 6] : [12 * years])
        foreach (var days in years == 0 && months == 0 ? (int[])[1, 2, 7, 14] : [0])
        {
            var ticks = Marks(from, to, months, days).Take(Most + 1).ToList();
            if (ticks.Count <= Most)
                return [.. ticks.Select(tick => (tick, Words(tick, months)))];
        }
        return [];
    }

    private static IEnumerable<DateTime> Marks(DateTime from, DateTime to, int months, int days)
    {
        var mark =
            months == 0 ? from.Date
            : months < 12 ? new DateTime(from.Year, (from.Month - 1) / months * months + 1, 1)
            : new DateTime(Math.Max(1, from.Year / (months / 12) * (months / 12)), 1, 1);
        for (; mark <= to; mark = months == 0 ? mark.AddDays(days) : mark.AddMonths(months))
            if (mark >= from)
                yield return mark;
    }

    private static string Words(DateTime tick, int months) =>
        tick.ToString(
            months == 0 ? "dd-MMM-yyyy"
                : months < 12 ? "MMM-yyyy"
                : "yyyy",
            CultureInfo.InvariantCulture
        );
}
