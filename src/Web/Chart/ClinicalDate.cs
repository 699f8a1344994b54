using System.Globalization;
using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart;

/// <summary>
/// Writes dates as clinicians read them: DD-Mmm-YYYY, the month in words, whatever the browser's region
/// (D+Ta-0002 to -0010). A date is shown exactly as precisely as it was recorded, and in the zone it was recorded in
/// (design rule 5).
/// </summary>
public static class ClinicalDate
{
    /// <summary>What stands where a source recorded no date (D+Ta-0018).</summary>
    public static string NotRecorded => Say("not recorded");

    /// <summary>A recorded date; for an instant, its calendar date in the zone it was recorded in.</summary>
    public static string Day(PartialDate? date) =>
        date switch
        {
            null => NotRecorded,
            { Precision: DatePrecision.Year } => Year(date),
            { Precision: DatePrecision.Month } => $"{Month(date.Month!.Value)}-{Year(date)}",
            { Precision: DatePrecision.Day or DatePrecision.Instant } =>
                $"{date.Day!.Value:D2}-{Month(date.Month!.Value)}-{date.Year!.Value:D4}",
            _ => date.Text,
        };

    /// <summary>A recorded date with, for an instant, its time and zone: <c>18-Nov-2026 07:14 UTC</c>.</summary>
    public static string DayAndTime(PartialDate? date) =>
        TimeOfDay(date) is { } time ? $"{Day(date)} {time}" : Day(date);

    /// <summary>The time of a recorded date with its zone: <c>07:14 UTC</c>; null where none was recorded.</summary>
    public static string? TimeOfDay(PartialDate? date) =>
        date is { Precision: DatePrecision.Instant, Time: { } time }
            ? $"{time.Hour:D2}:{time.Minute:D2} {Zone(date.Offset)}"
            : null;

    /// <summary>A moment of the server's clock, in the zone its offset says: <c>18-Nov-2026 07:14 UTC</c>.</summary>
    public static string DayAndTime(DateTimeOffset moment) =>
        $"{moment.Day:00}-{Month(moment.Month)}-{moment.Year:0000} {TimeOfDay(moment)}";

    /// <summary>The time of a moment with its zone: <c>07:14 UTC</c>.</summary>
    public static string TimeOfDay(DateTimeOffset moment, bool withSeconds = false) =>
        $"{moment.ToString(withSeconds ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture)} {Zone(moment.Offset)}";

    /// <summary>A year and its month: <c>Nov-2026</c>.</summary>
    public static string MonthAndYear(DateTime day) => $"{Month(day.Month)}-{day.Year:0000}";

    /// <summary>A date as a reader typed it, the month's short name in English.</summary>
    public static string InEnglish(string typed) =>
        string.Join(
            '-',
            typed
                .Split('-', ' ')
                .Select(part =>
                    Enumerable
                        .Range(1, 12)
                        .Where(month =>
                            part.Equals(Month(month), StringComparison.OrdinalIgnoreCase)
                        )
                        .Select(CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName)
                        .FirstOrDefault(part)
                )
        );

    private static string Year(PartialDate date) =>
        date.Year!.Value.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The month's short name, never a number: no reader can take it for the day.</summary>
    private static string Month(int month) =>
        month switch
        {
            1 => Say("Jan"),
            2 => Say("Feb"),
            3 => Say("Mar"),
            4 => Say("Apr"),
            5 => Say("May"),
            6 => Say("Jun"),
            7 => Say("Jul"),
            8 => Say("Aug"),
            9 => Say("Sep"),
            10 => Say("Oct"),
            11 => Say("Nov"),
            12 => Say("Dec"),
            _ => throw new ArgumentOutOfRangeException(nameof(month), month, null),
        };

    private static string Zone(TimeSpan? offset) =>
        offset switch
        {
            null => Say("(zone not recorded)"),
            { Ticks: 0 } => "UTC",
            { Ticks: < 0 } back => $"UTC−{Hours(-back)}",
            { } ahead => $"UTC+{Hours(ahead)}",
        };

    private static string Hours(TimeSpan offset) =>
        offset.ToString(offset.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture);
}
