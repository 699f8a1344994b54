using System.Globalization;

namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>An age as wards write it: weeks, months, then years.</summary>
internal static class Age
{
    public static string Of(DateOnly born, DateOnly day)
    {
        var months =
            ((day.Year - born.Year) * 12) + day.Month - born.Month - (day.Day < born.Day ? 1 : 0);
        return months switch
        {
            < 3 => Text((day.DayNumber - born.DayNumber) / 7, "wk"),
            < 24 => Text(months, "mo"),
            _ => Text(months / 12, "y"),
        };
    }

    private static string Text(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}");
}
