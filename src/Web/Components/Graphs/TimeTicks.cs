using HeiChartViewer.Web.Chart;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>Days that mark a time axis: the beginnings of years, months or days, a handful of them.</summary>
public static class TimeTicks
{
    private const int Most = 7;

    /// <summary>The distances between marks, the smallest first; one of months, or of days.</summary>
    private static readonly IReadOnlyList<(int Months, int Days)> Steps =
    [
        (0, 1),
        (0, 2),
        (0, 7),
        (0, 14),
        (1, 0),
        (3, 0),
        (6, 0),
        (12, 0),
        (24, 0),
        (60, 0),
        (120, 0),
        (240, 0),
    ];

    /// <summary>The marks within a span, each with its words.</summary>
    public static IReadOnlyList<(DateTime At, string Words)> Between(DateTime from, DateTime to)
    {
        foreach (var (months, days) in Steps)
        {
            var ticks = Marks(from, to, months, days).Take(Most + 1).ToList();
            if (ticks.Count <= Most)
                return [.. ticks.Select(tick => (tick, Words(tick, months)))];
        }
        return [];
    }

    private static IEnumerable<DateTime> Marks(DateTime from, DateTime to, int months, int days)
    {
        for (
            var mark = months == 0 ? from.Date : FirstOfStep(from, months);
            mark <= to;
            mark = months == 0 ? mark.AddDays(days) : mark.AddMonths(months)
        )
            if (mark >= from)
                yield return mark;
    }

    /// <summary>The month at or before a day that begins a step; steps begin with January, those of years with a round one.</summary>
    private static DateTime FirstOfStep(DateTime day, int months)
    {
        if (months < 12)
            return new DateTime(day.Year, (day.Month - 1) / months * months + 1, 1);
        var years = months / 12;
        return new DateTime(Math.Max(1, day.Year / years * years), 1, 1);
    }

    private static string Words(DateTime tick, int months) =>
        months == 0 ? $"{tick.Day:00}-{ClinicalDate.MonthAndYear(tick)}"
        : months < 12 ? ClinicalDate.MonthAndYear(tick)
        : $"{tick.Year:0000}";
}
