using HealtheIntent.Client;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>The span a date may mean: a year or a month is one, a day or an instant is drawn as a point (GTAB-017).</summary>
internal static class GraphTime
{
    public static DateTime Start(PartialDate date) => date.Earliest!.Value.UtcDateTime;

    public static DateTime End(PartialDate date) =>
        date.Precision switch
        {
            DatePrecision.Year => Start(date).AddYears(1),
            DatePrecision.Month => Start(date).AddMonths(1),
            _ => Start(date),
        };
}
