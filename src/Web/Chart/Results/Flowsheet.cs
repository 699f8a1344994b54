namespace HeiChartViewer.Web.Chart.Results;

/// <summary>Tests by rows, days by columns, the newest day first. A vague date has a column of its own: it is no day.</summary>
public sealed class Flowsheet
{
    private readonly Dictionary<(string Series, string Column), List<ResultPoint>> _cells = [];

    /// <summary>Lays the series out.</summary>
    public Flowsheet(IReadOnlyList<ResultSeries> series)
    {
        Series = series;
        foreach (var one in series)
        foreach (var point in one.Points)
        {
            var key = (one.Key, ClinicalDate.Day(point.When));
            if (!_cells.TryGetValue(key, out var cell))
                _cells.Add(key, cell = []);
            cell.Add(point);
        }
        Columns =
        [
            .. series
                .SelectMany(one => one.Points)
                .GroupBy(point => ClinicalDate.Day(point.When))
                .Select(day => (day.Key, At: day.Min(point => point.When?.Earliest?.DateTime)))
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
    public IReadOnlyList<ResultPoint> Cell(ResultSeries series, string column) =>
        _cells.TryGetValue((series.Key, column), out var cell)
            ? [.. cell.AsEnumerable().Reverse()]
            : [];
}
