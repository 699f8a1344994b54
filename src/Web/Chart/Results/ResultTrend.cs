namespace HeiChartViewer.Web.Chart.Results;

/// <summary>How the last number compares with the one before: a direction, never a judgement.</summary>
public static class ResultTrend
{
    /// <summary>An arrow and its words; null where there are not two numbers to compare.</summary>
    public static (string Mark, string Words)? Of(ResultSeries series) =>
        series.Numbers.TakeLast(2).ToList() is [var before, var last]
            ? last.Number!.Value.CompareTo(before.Number!.Value) switch
            {
                > 0 => ("↗", Say($"up from {before.Text}")),
                < 0 => ("↘", Say($"down from {before.Text}")),
                _ => ("→", Say($"unchanged from {before.Text}")),
            }
            : null;
}
