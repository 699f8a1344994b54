using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Results;
using HeiChartViewer.Web.Launch;
using static HeiChartViewer.Web.Components.Graphs.GraphText;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>How a result is marked in a graph, and what is said of it.</summary>
internal static class ResultMarks
{
    /// <summary>The outline of a symbol about a place.</summary>
    public static string Shape(GraphSymbol symbol, double x, double y) =>
        symbol switch
        {
            GraphSymbol.Square => $"M{Number(x - 4)} {Number(y - 4)}h8v8h-8z",
            GraphSymbol.Diamond => $"M{Number(x)} {Number(y - 5.5)}l5.5 5.5l-5.5 5.5l-5.5-5.5z",
            GraphSymbol.Triangle => $"M{Number(x)} {Number(y - 5)}l5 9h-10z",
            _ => $"M{Number(x - 4.5)} {Number(y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
        };

    /// <summary>Everything about a result in one line, for pointer, focus and touch alike.</summary>
    public static string Words(ResultPoint point, DataPartitions partitions) =>
        RecordWords.Joined([
            point.Text,
            ClinicalDate.DayAndTime(point.When),
            point.Flag is { } flag
                ? $"{flag.Words}{(flag.IsComputed ? $", {Say("computed")}" : "")}"
                : Say("no flag"),
            RecordWords.Range(point.Record.ReferenceRanges) is { } range
                ? Say($"range {range}")
                : null,
            partitions.NameOf(point.Record.SourceIdentifier),
        ])!;
}
