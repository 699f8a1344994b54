using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>
/// All the time that a recorded date may mean, on the clock of whoever recorded it: a date never moves to another day
/// (design rule 5).
/// </summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">The moment after its last; of an instant the moment itself.</param>
/// <param name="IsVague">Whether the date is less than a day: a year, or a month (GTAB-017).</param>
public readonly record struct DateSpan(DateTime From, DateTime To, bool IsVague)
{
    /// <summary>The span of a date; null where none was recorded, or where the text is no date.</summary>
    public static DateSpan? Of(PartialDate? date)
    {
        if (date?.Year is not { } year)
            return null;
        var from = new DateTime(
            new DateOnly(year, date.Month ?? 1, date.Day ?? 1),
            date.Time ?? TimeOnly.MinValue
        );
        return date.Precision switch
        {
            DatePrecision.Instant => new(from, from, false),
            _ when year == DateTime.MaxValue.Year => new(from, DateTime.MaxValue, date.Day is null),
            DatePrecision.Year => new(from, from.AddYears(1), true),
            DatePrecision.Month => new(from, from.AddMonths(1), true),
            _ => new(from, from.AddDays(1), false),
        };
    }
}
