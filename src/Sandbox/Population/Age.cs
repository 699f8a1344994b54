using System.Globalization;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>How old somebody is on a day.</summary>
internal static class Age
{
    /// <summary>The age as wards write it: weeks, months, then years.</summary>
    public static string Of(DateOnly born, DateOnly day) =>
        Months(born, day) switch
        {
            < 3 => Text((day.DayNumber - born.DayNumber) / 7, "wk"),
            < 24 and var months => Text(months, "mo"),
            _ => Text(Years(born, day), "y"),
        };

    public static int Years(DateOnly born, DateOnly day) => Months(born, day) / 12;

    private static int Months(DateOnly born, DateOnly day) =>
        ((day.Year - born.Year) * 12) + day.Month - born.Month - (day.Day < born.Day ? 1 : 0);

    private static string Text(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}");
}
