using HeiChartViewer.Web.Chart.Results;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>One test of a graph: its own value axis, its results, and the lines between them.</summary>
/// <param name="Series">The test.</param>
/// <param name="Index">Its place among the tests of the graph; its line style goes by it.</param>
/// <param name="AxisX">Where its value axis stands.</param>
/// <param name="IsAxisRight">Whether the axis is read from its right side.</param>
/// <param name="Values">The value axis.</param>
/// <param name="ValueTicks">The marks of the value axis.</param>
/// <param name="Results">The results that are drawn.</param>
/// <param name="Worded">The results that have a time but no number: words and bounds.</param>
/// <param name="Lines">The lines between results, one list for each unbroken run.</param>
/// <param name="Ranges">The reference ranges, each from its result to the next.</param>
public sealed record DrawnSeries(
    ResultSeries Series,
    int Index,
    double AxisX,
    bool IsAxisRight,
    GraphScale Values,
    IReadOnlyList<decimal> ValueTicks,
    IReadOnlyList<DrawnResult> Results,
    IReadOnlyList<DrawnResult> Worded,
    IReadOnlyList<IReadOnlyList<DrawnResult>> Lines,
    IReadOnlyList<DrawnRange> Ranges
)
{
    /// <summary>The letters that fit along a value axis.</summary>
    private const int LineLength = 34;

    /// <summary>The name on the value axis, with the unit: all of it, on as many lines as it takes.</summary>
    public IReadOnlyList<string> AxisLabel { get; } = LinesOf(Series);

    /// <summary>The lines of the name of a test's value axis.</summary>
    public static IReadOnlyList<string> LinesOf(ResultSeries series)
    {
        var words = (series.Unit is null ? series.Name : $"{series.Name} ({series.Unit})").Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
        var lines = new List<string>();
        foreach (
            var word in words
                .SelectMany(word => word.Chunk(LineLength))
                .Select(part => new string(part))
        )
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= LineLength)
                lines[^1] += $" {word}";
            else
                lines.Add(word);
        return lines;
    }
}
