using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Visits;

/// <summary>How long a visit lasted, no more exactly than both its dates allow.</summary>
public static class LengthOfStay
{
    /// <summary>The time in words; null where a date is missing, vague, or the end is before the start.</summary>
    public static string? Words(PartialDate? start, PartialDate? end)
    {
        if (start?.Instant is { } from && end?.Instant is { } to)
            return to < from ? null : Words(to - from);
        return Day(start) is { } first && Day(end) is { } last && last >= first
            ? Days(last.DayNumber - first.DayNumber)
            : null;
    }

    private static string Words(TimeSpan time) =>
        time.TotalDays >= 1 ? Days((int)time.TotalDays)
        : time.TotalHours >= 1 ? Counted((int)time.TotalHours, "{0} hour", "{0} hours")
        : Counted((int)time.TotalMinutes, "{0} minute", "{0} minutes");

    private static string Days(int days) =>
        days == 0 ? Say("same day") : Counted(days, "{0} day", "{0} days");

    private static DateOnly? Day(PartialDate? date) =>
        date is { Precision: DatePrecision.Day or DatePrecision.Instant }
            ? new DateOnly(date.Year!.Value, date.Month!.Value, date.Day!.Value)
            : null;
}
