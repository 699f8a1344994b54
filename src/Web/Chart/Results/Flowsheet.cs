namespace HeiChartViewer.Web.Chart.Results;

/// <summary>Tests by rows, days by columns, the newest day first. A vague date has a column of its own: it is no day.</summary>
public sealed class Flowsheet
{
    private readonly ILookup<(ResultTest Test, string Column), ResultPoint> _cells;

    /// <summary>Lays the series out.</summary>
    public Flowsheet(IReadOnlyList<ResultSeries> series)
    {
        Series = series;
        var points = series
            .SelectMany(one => one.Points.Reverse(), (one, point) => (one.Test, Point: point))
            .Select(one => (one.Test, one.Point, Column: ClinicalDate.Day(one.Point.When)))
            .ToList();
        _cells = points.ToLookup(one => (one.Test, one.Column), one => one.Point);
        Columns =
        [
            .. points
                .GroupBy(one => one.Column)
                .Select(day => (day.Key, At: day.Min(one => one.Point.When?.Earliest?.DateTime)))
                .OrderBy(day => day.At is null)
                .ThenByDescending(day => day.At)
                .Select(day => day.Key),
        ];
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<ResultSeries> Series { get; }

    /// <summary>The days as they were recorded, the newest first.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The results of a test on a day, the newest first; none where none was received.</summary>
    public IEnumerable<ResultPoint> Cell(ResultSeries series, string column) =>
        _cells[(series.Test, column)];
}
