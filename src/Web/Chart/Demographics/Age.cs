using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Demographics;

/// <summary>
/// An age in the unit that fits it: hours never, days to 4 weeks, weeks to 3 months, months to 2 years, then years.
/// Where the birth date is not exact, neither is the age, and it says so.
/// </summary>
public static class Age
{
    /// <summary>The age on a day, such as <c>92y</c>, or null where it cannot be told.</summary>
    public static string? On(DateOnly day, PartialDate? born)
    {
        if (born?.Year is not { } year)
            return null;
        if (born is not { Month: { } month, Day: { } dayOfMonth })
            return day.Year >= year ? Say($"about {day.Year - year}y") : null;
        var birth = new DateOnly(year, month, dayOfMonth);
        if (birth > day)
            return null;
        var days = day.DayNumber - birth.DayNumber;
        var months =
            (day.Year - birth.Year) * 12 + day.Month - birth.Month - (day.Day < birth.Day ? 1 : 0);
        return (days, months) switch
        {
            (< 28, _) => Say($"{days}d"),
            (< 91, _) => Say($"{days / 7}w"),
            (_, < 24) => Say($"{months}m"),
            _ => Say($"{months / 12}y"),
        };
    }
}
