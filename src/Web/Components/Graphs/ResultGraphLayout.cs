using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Results;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>
/// Where everything of a result graph is drawn. Time runs from left to right in proportion; the value axis holds all
/// values and their ranges; a date vaguer than a day is drawn as the span it may mean, never as a point (GTAB-017).
/// </summary>
public sealed class ResultGraphLayout
{
    /// <summary>The width of the drawing.</summary>
    public const double Width = 760;

    /// <summary>The height of the drawing.</summary>
    public const double Height = 300;

    /// <summary>The left edge of the plot.</summary>
    public const double Left = 64;

    /// <summary>The right edge of the plot.</summary>
    public const double Right = Width - 16;

    /// <summary>The upper edge of the plot.</summary>
    public const double Top = 14;

    /// <summary>The lower edge of the plot.</summary>
    public const double Bottom = Height - 56;

    /// <summary>A line is not drawn over a pause this many times as long as is usual for the test.</summary>
    private const int UnusualPause = 6;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromDays(180);

    private ResultGraphLayout() { }

    /// <summary>The value axis.</summary>
    public required GraphScale Values { get; init; }

    /// <summary>The marks of the value axis.</summary>
    public required IReadOnlyList<decimal> ValueTicks { get; init; }

    /// <summary>The marks of the time axis.</summary>
    public required IReadOnlyList<(double X, string Words)> TimeTicks { get; init; }

    /// <summary>The results that are drawn.</summary>
    public required IReadOnlyList<DrawnResult> Results { get; init; }

    /// <summary>The results that have a time but no number: words and bounds.</summary>
    public required IReadOnlyList<DrawnResult> Worded { get; init; }

    /// <summary>The lines between results, one list for each unbroken run.</summary>
    public required IReadOnlyList<IReadOnlyList<DrawnResult>> Lines { get; init; }

    /// <summary>The reference ranges, each from its result to the next.</summary>
    public required IReadOnlyList<DrawnRange> Ranges { get; init; }

    /// <summary>How many results cannot be drawn because their time is not recorded.</summary>
    public required int Undated { get; init; }

    /// <summary>Lays a series out; null where it has no number with a date to draw.</summary>
    public static ResultGraphLayout? Of(ResultSeries series)
    {
        var dated = series.Points.Where(point => point.IsDated).ToList();
        var numbers = series.Numbers.ToList();
        if (numbers.Count == 0)
            return null;

        var from = dated.Min(point => Start(point.When!));
        var to = dated.Max(point => End(point.When!));
        if (to - from < TimeSpan.FromDays(1))
            (from, to) = (from.AddHours(-12), to.AddHours(12));
        var time = new GraphScale(from.Ticks, to.Ticks, Left + 8, Right - 8);
        var (values, ticks) = GraphScale.Round(
            [
                .. numbers.SelectMany(point =>
                    new[] { point.Number, point.Range.Low, point.Range.High }.OfType<decimal>()
                ),
            ],
            Bottom,
            Top
        );
        var symbols = numbers
            .Concat(dated)
            .Select(point => point.Record.SourceIdentifier?.DataPartitionId ?? "")
            .Distinct()
            .Select((partition, i) => (partition, i))
            .ToDictionary(one => one.partition, one => (GraphSymbol)(one.i % 4));
        DrawnResult[] results =
        [
            .. numbers.Select(point => Draw(point, values.At((double)point.Number!.Value))),
        ];
        return new ResultGraphLayout
        {
            Values = values,
            ValueTicks = ticks,
            TimeTicks =
            [
                .. Graphs
                    .TimeTicks.Between(from, to)
                    .Select(tick => (time.At(tick.At.Ticks), tick.Words)),
            ],
            Results = results,
            Worded =
            [
                .. dated
                    .Where(point => point.Number is null)
                    .Select(point => Draw(point, Bottom + 9)),
            ],
            Lines = Runs(results),
            Ranges = [.. Bands(results, values)],
            Undated = series.Points.Count - dated.Count,
        };

        DrawnResult Draw(ResultPoint point, double y) =>
            new(
                point,
                time.At(Start(point.When!).Ticks),
                time.At(End(point.When!).Ticks),
                y,
                symbols[point.Record.SourceIdentifier?.DataPartitionId ?? ""]
            );
    }

    private static DateTime Start(PartialDate date) => date.Earliest!.Value.UtcDateTime;

    private static DateTime End(PartialDate date) =>
        date.Precision switch
        {
            DatePrecision.Year => Start(date).AddYears(1),
            DatePrecision.Month => Start(date).AddMonths(1),
            _ => Start(date),
        };

    /// <summary>A vague date and an unusually long pause break the line: nobody knows what lay between.</summary>
    private static List<IReadOnlyList<DrawnResult>> Runs(DrawnResult[] results)
    {
        var pauses = results
            .Zip(results.Skip(1), (one, next) => Start(next.Point.When!) - Start(one.Point.When!))
            .Order()
            .ToList();
        var usual = pauses.Count == 0 ? TimeSpan.Zero : pauses[pauses.Count / 2];
        var most = usual * UnusualPause > ShortestPause ? usual * UnusualPause : ShortestPause;
        var runs = new List<IReadOnlyList<DrawnResult>>();
        var run = new List<DrawnResult>();
        foreach (var result in results)
        {
            if (
                run is [.., var last]
                && (
                    result.IsSpan
                    || last.IsSpan
                    || Start(result.Point.When!) - Start(last.Point.When!) > most
                )
            )
            {
                runs.Add(run);
                run = [];
            }
            run.Add(result);
        }
        runs.Add(run);
        return [.. runs.Where(one => one.Count > 1)];
    }

    private static IEnumerable<DrawnRange> Bands(DrawnResult[] results, GraphScale values)
    {
        for (var i = 0; i < results.Length; )
        {
            var range = results[i].Point.Range;
            var first = i;
            while (++i < results.Length && results[i].Point.Range == range) { }
            if (range == default)
                continue;
            yield return new DrawnRange(
                range,
                first == 0 ? Left : results[first].X,
                i < results.Length ? results[i].X : Right,
                range.High is { } high ? values.At((double)high) : Top,
                range.Low is { } low ? values.At((double)low) : Bottom
            );
        }
    }
}
