using System.Globalization;
using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>Tells what is over. A prescription has an end from the day it is written, and is current until then.</summary>
public static class Endings
{
    /// <summary>
    /// Whether an end has passed everywhere on earth. As long as a vague or unreadable date leaves it open, what it ends
    /// stays in view.
    /// </summary>
    /// <param name="end">The end as recorded.</param>
    /// <param name="now">The present moment.</param>
    public static bool HasPassed(PartialDate? end, DateTimeOffset now)
    {
        if (end?.Instant is { } instant)
            return instant < now;
        if (end?.Year is not { } year)
            return false;
        var month = end.Month ?? 12;
        var day = end.Day ?? CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(year, month);
        // The last place where a day ends is twelve hours behind UTC.
        var today = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(-12)).DateTime);
        return new DateOnly(year, month, day) < today;
    }
}
