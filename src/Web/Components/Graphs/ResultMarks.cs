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
            GraphSymbol.Cross =>
                $"M{Number(x - 1.5)} {Number(y - 5)}h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z",
            GraphSymbol.TriangleDown => $"M{Number(x)} {Number(y + 5)}l5 -9h-10z",
            GraphSymbol.Star =>
                $"M{Number(x)} {Number(y - 6)}l1.5 3.9l4.2 0.2l-3.2 2.7l1.1 4.1l-3.5 -2.3l-3.5 2.3l1.1 -4.1l-3.2 -2.7l4.2 -0.2z",
            GraphSymbol.Bar => $"M{Number(x - 6)} {Number(y - 2)}h12v4h-12z",
            _ => $"M{Number(x - 4.5)} {Number(y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
        };

    /// <summary>The symbol of the source, or test, at a place; null where there are not so many symbols.</summary>
    public static GraphSymbol? SymbolOf(int place) =>
        place < Enum.GetValues<GraphSymbol>().Length ? (GraphSymbol)place : null;

    /// <summary>A letter for a place: a to z, then aa.</summary>
    public static string LetterOf(int place) =>
        (place < 26 ? "" : LetterOf(place / 26 - 1)) + (char)('a' + place % 26);

    /// <summary>Everything about a result in one line, for pointer, focus and touch alike.</summary>
    public static string Words(ResultPoint point, DataPartitions partitions) =>
        RecordWords.Joined([
            point.Text,
            ClinicalDate.DayAndTime(point.When),
            point.Flag?.Words ?? Say("no flag"),
            RecordWords.Ranges(point.Record) is { } range ? Say($"range {range}") : null,
            partitions.NameOf(point.Record.SourceIdentifier),
        ])!;
}
