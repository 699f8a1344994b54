namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>The beginning of a month on the time axis.</summary>
/// <param name="At">The moment.</param>
/// <param name="Step">The place in <see cref="TimelineSteps.All"/> of the first step it marks.</param>
/// <param name="Words">The month, as dates are written.</param>
public sealed record TimelineTick(DateTime At, int Step, string Words)
{
    /// <summary>Beyond the life only years are marked: a date gone wrong may lie a thousand years off.</summary>
    public static IEnumerable<TimelineTick> Of(TimelineLife life)
    {
        var first = Math.Max(DateTime.MinValue.Year, life.Earliest.Year - 2);
        var last = Math.Min(DateTime.MaxValue.Year, life.Latest.Year + 2);
        for (var year = first; year <= last; year++)
        {
            var isInLife = year >= life.From.Year - 2 && year <= life.To.Year + 2;
            for (var month = 1; month <= (isInLife ? 12 : 1); month++)
            {
                var at = new DateTime(year, month, 1);
                yield return new(at, StepOf(at), ClinicalDate.MonthAndYear(at));
            }
        }
    }

    private static int StepOf(DateTime at) =>
        Enumerable
            .Range(0, TimelineSteps.All.Count)
            .First(i =>
                TimelineSteps.All[i].Months is var months
                && ((at.Year * 12) + at.Month - 1) % months == 0
            );
}
