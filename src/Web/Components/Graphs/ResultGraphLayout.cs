using HeiChartViewer.Web.Chart.Results;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>
/// Where everything of a result graph is drawn. Time runs from left to right in proportion, the same for all tests;
/// each test has a value axis of its own, which holds all its values and their ranges; a date vaguer than a day is
/// drawn as the span it may mean, never as a point (GTAB-017).
/// </summary>
public sealed class ResultGraphLayout
{
    /// <summary>The most tests of a graph: more axes than can be told apart help nobody.</summary>
    public const int MostTests = 4;

    /// <summary>The width of the drawing.</summary>
    public const double Width = 760;

    /// <summary>The upper edge of the plot.</summary>
    public const double Top = 14;

    /// <summary>The lower edge of the plot.</summary>
    public const double Bottom = 244;

    /// <summary>The height of a medication's bar, with the space below it.</summary>
    public const double BarHeight = 18;

    private const double AxisWidth = 64;
    private const double BelowPlot = 56;

    private ResultGraphLayout() { }

    /// <summary>The height of the drawing.</summary>
    public required double Height { get; init; }

    /// <summary>The left edge of the plot.</summary>
    public required double Left { get; init; }

    /// <summary>The right edge of the plot.</summary>
    public required double Right { get; init; }

    /// <summary>The marks of the time axis.</summary>
    public required IReadOnlyList<(double X, string Words)> TimeTicks { get; init; }

    /// <summary>The tests, those without a number to draw left out.</summary>
    public required IReadOnlyList<DrawnSeries> Tests { get; init; }

    /// <summary>The medications of the time shown.</summary>
    public required IReadOnlyList<DrawnMedication> Medications { get; init; }

    /// <summary>How many results cannot be drawn because their time is not recorded.</summary>
    public required int Undated { get; init; }

    /// <summary>All marks, test by test.</summary>
    public IEnumerable<DrawnResult> Marks =>
        Tests.SelectMany(test => test.Results.Concat(test.Worded));

    /// <summary>Lays tests out, with the medications on the same time axis; null where no test has a number with a date to draw.</summary>
    public static ResultGraphLayout? Of(
        IReadOnlyList<ResultSeries> tests,
        IReadOnlyList<MedicationCourse> medications
    )
    {
        var drawable = tests.Where(test => test.Numbers.Any()).Take(MostTests).ToList();
        if (drawable.Count == 0)
            return null;
        var dated = drawable
            .SelectMany(test => test.Points.Where(point => point.IsDated))
            .Select(point => point.When!)
            .ToList();
        var (from, to) = (dated.Min(GraphTime.Start), dated.Max(GraphTime.End));
        if (to - from < TimeSpan.FromDays(1))
            (from, to) = (from.AddHours(-12), to.AddHours(12));

        var (onLeft, onRight) = ((drawable.Count + 1) / 2, drawable.Count / 2);
        var axisWidth =
            AxisWidth
            + (drawable.Max(test => DrawnSeries.LinesOf(test).Count) - 1) * GraphText.LineHeight;
        var left = axisWidth * onLeft;
        var right = Width - Math.Max(16, axisWidth * onRight);
        var sources = drawable
            .SelectMany(test => test.Numbers.Concat(test.Points.Where(point => point.IsDated)))
            .Select(SourceOf)
            .Distinct()
            .ToList();
        var time = new GraphScale(from.Ticks, to.Ticks, left + 8, right - 8);
        var bars = MedicationBars.Within(medications, from, to, time, Bottom + BelowPlot);
        return new ResultGraphLayout
        {
            Height = Bottom + BelowPlot + bars.Count * BarHeight,
            Left = left,
            Right = right,
            TimeTicks =
            [
                .. Graphs
                    .TimeTicks.Between(from, to)
                    .Select(tick => (time.At(tick.At.Ticks), tick.Words)),
            ],
            Tests =
            [
                // The first test's axis is next to the plot on the left, the second's on the right.
                .. drawable.Select(
                    (test, i) =>
                        Draw(
                            test,
                            i,
                            i % 2 == 0 ? left - i / 2 * axisWidth : right + i / 2 * axisWidth,
                            drawable.Count == 1,
                            sources,
                            time,
                            (left, right)
                        )
                ),
            ],
            Medications = bars,
            Undated = tests.Sum(test => test.Points.Count(point => !point.IsDated)),
        };
    }

    private static DrawnSeries Draw(
        ResultSeries series,
        int index,
        double axisX,
        bool isAlone,
        IReadOnlyList<string> sources,
        GraphScale time,
        (double Left, double Right) plot
    )
    {
        var dated = series.Points.Where(point => point.IsDated).ToList();
        var numbers = series.Numbers.ToList();
        var (values, ticks) = GraphScale.Round(
            [
                .. numbers.SelectMany(point =>
                    new[] { point.Number, point.Range.Low, point.Range.High }.OfType<decimal>()
                ),
            ],
            Bottom,
            Top
        );
        DrawnResult[] results =
        [
            .. numbers.Select(point => Mark(point, values.At((double)point.Number!.Value))),
        ];
        return new DrawnSeries(
            series,
            index,
            axisX,
            index % 2 == 1,
            values,
            ticks,
            results,
            [
                .. dated
                    .Where(point => point.Number is null)
                    .Select(point => Mark(point, Bottom + 9)),
            ],
            GraphLines.Between(results),
            [.. Bands(results, values, plot)]
        );

        // One test's symbols tell its sources apart, and a letter those that there is no symbol for; of several tests, the
        // symbols tell the tests apart and letters the sources.
        DrawnResult Mark(ResultPoint point, double y)
        {
            var source = sources.TakeWhile(one => one != SourceOf(point)).Count();
            var symbol = ResultMarks.SymbolOf(isAlone ? source : index);
            return new(
                point,
                time.At(GraphTime.Start(point.When!).Ticks),
                time.At(GraphTime.End(point.When!).Ticks),
                y,
                symbol ?? GraphSymbol.Circle,
                isAlone
                    ? symbol is null
                        ? ResultMarks.LetterOf(source)
                        : null
                    : sources.Count > 1
                        ? ResultMarks.LetterOf(source)
                        : null
            );
        }
    }

    /// <summary>The data partition of a result; a result that names none is of a source of its own.</summary>
    private static string SourceOf(ResultPoint point) =>
        point.Record.SourceIdentifier?.DataPartitionId?.ToUpperInvariant() ?? "";

    private static IEnumerable<DrawnRange> Bands(
        DrawnResult[] results,
        GraphScale values,
        (double Left, double Right) plot
    )
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
                first == 0 ? plot.Left : results[first].X,
                i < results.Length ? results[i].X : plot.Right,
                range.High is { } high ? values.At((double)high) : Top,
                range.Low is { } low ? values.At((double)low) : Bottom
            );
        }
    }
}
