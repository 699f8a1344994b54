using System.Globalization;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>Dates as precise as a source records them (contract 6.2).</summary>
internal static class RecordDates
{
    /// <summary>The day everything in the sandbox is written up to.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static string Year(DateOnly day) => day.ToString("yyyy", CultureInfo.InvariantCulture);

    public static string Month(DateOnly day) =>
        day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string WithOffset(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>An instant the way a source writes it: UTC, local with offset, or the day only.</summary>
    public static string Instant(DataPartition source, DateTimeOffset instant) =>
        source.Kind switch
        {
            SourceKind.Hospital => Utc(instant),
            SourceKind.Clinic => WithOffset(instant),
            _ => Day(DateOnly.FromDateTime(instant.DateTime)),
        };

    /// <summary>A time of day where the sources are; summer time by the month is near enough here.</summary>
    public static DateTimeOffset Local(DateOnly day, int hour, int minute) =>
        new(
            day.ToDateTime(new TimeOnly(hour, minute)),
            TimeSpan.FromHours(day.Month is >= 4 and <= 10 ? -5 : -6)
        );
}
