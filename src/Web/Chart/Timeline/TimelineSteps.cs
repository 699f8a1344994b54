namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>The distances between the marks of the time axis, each of which the next divides.</summary>
public static class TimelineSteps
{
    /// <summary>The steps, the widest first; those of less than a month are days, and mark days within months.</summary>
    public static IReadOnlyList<TimelineStep> All { get; } =
    [
        new(12_000, 0, 44),
        new(1_200, 0, 44),
        new(600, 0, 44),
        new(120, 0, 44),
        new(60, 0, 44),
        new(12, 0, 44),
        new(3, 0, 76),
        new(1, 0, 76),
        new(1, 7, 92),
        new(1, 1, 92),
    ];
}

/// <summary>A distance between marks.</summary>
/// <param name="Months">How many months; one, where it is of days.</param>
/// <param name="Days">How many days, from the first of a month; 0 where it is of months.</param>
/// <param name="Room">How many pixels its words need.</param>
public sealed record TimelineStep(int Months, int Days, int Room)
{
    /// <summary>The shortest it can be, in minutes.</summary>
    public long Minutes => Days > 0 ? Days * 1_440L : Months * 28L * 1_440L;

    /// <summary>Whether it marks years, and is written as such.</summary>
    public bool IsOfYears => Months % 12 == 0;
}
