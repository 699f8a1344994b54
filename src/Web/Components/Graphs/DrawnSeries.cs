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
    /// <summary>The name on the value axis, with the unit; an axis has room for so many letters, the title has all of them.</summary>
    public string AxisLabel =>
        Series.Unit is null ? Short(Series.Name) : $"{Short(Series.Name)} ({Series.Unit})";

    private static string Short(string name) => name.Length <= 32 ? name : $"{name[..31]}…";
}
