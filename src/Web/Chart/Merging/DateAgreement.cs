using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Merging;

/// <summary>Whether two recorded dates can be the same: as written, or the vaguer one holds the other.</summary>
internal static class DateAgreement
{
    /// <summary>Whether two dates do not contradict each other.</summary>
    public static bool Agree(PartialDate one, PartialDate other) =>
        one == other || Holds(one, other) || Holds(other, one);

    private static bool Holds(PartialDate vague, PartialDate exact) =>
        vague.Precision switch
        {
            DatePrecision.Year => exact.Year == vague.Year,
            DatePrecision.Month => (exact.Year, exact.Month) == (vague.Year, vague.Month),
            // An instant is on the day of the clock that it was recorded by.
            DatePrecision.Day => (exact.Year, exact.Month, exact.Day)
                == (vague.Year, vague.Month, vague.Day),
            DatePrecision.Instant => exact.Precision is DatePrecision.Instant
                && Occasions.Moment(exact) == Occasions.Moment(vague),
            _ => false,
        };
}
