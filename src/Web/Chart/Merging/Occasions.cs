using System.Globalization;
using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Merging;

/// <summary>When two events can be the same one. A date too vague to tell gives null: the record stands alone.</summary>
internal static class Occasions
{
    /// <summary>An instant, the same in whatever zone it was written.</summary>
    public static string? Moment(PartialDate? date) =>
        date is not { Precision: DatePrecision.Instant } ? null
        : date.Instant is { } instant
            ? instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
        : date.Text;

    /// <summary>A day as it was recorded, or an instant; never one for the other, for that would shift a date.</summary>
    public static string? Day(PartialDate? date) =>
        date is { Precision: DatePrecision.Day } ? date.Text : Moment(date);
}
