namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>A linear scale: equal distances mean equal differences, of value or of time.</summary>
/// <param name="From">The value at the start.</param>
/// <param name="To">The value at the end; greater than <paramref name="From"/>.</param>
/// <param name="Start">Where the start is drawn.</param>
/// <param name="End">Where the end is drawn.</param>
public sealed record GraphScale(double From, double To, double Start, double End)
{
    /// <summary>Where a value is drawn.</summary>
    public double At(double value) => Start + (value - From) / (To - From) * (End - Start);

    /// <summary>A scale from a round number to a round number that holds all the values, and the round numbers between.</summary>
    public static (GraphScale Scale, IReadOnlyList<decimal> Ticks) Round(
        IReadOnlyCollection<decimal> values,
        double start,
        double end
    )
    {
        var (low, high) = (values.Min(), values.Max());
        if (low == high)
            (low, high) = low == 0 ? (-1, 1) : (low - Math.Abs(low) / 2, high + Math.Abs(high) / 2);
        var step = Step((high - low) / 4);
        var first = Math.Floor(low / step) * step;
        var last = Math.Ceiling(high / step) * step;
        var ticks = new List<decimal>();
        for (var tick = first; tick <= last; tick += step)
            ticks.Add(tick);
        return (new GraphScale((double)first, (double)last, start, end), ticks);
    }

    /// <summary>The next of 1, 2 and 5 times a power of ten.</summary>
    private static decimal Step(decimal least)
    {
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)least)));
        foreach (var factor in (decimal[])[1, 2, 5])
            if (factor * power >= least)
                return factor * power;
        return 10 * power;
    }
}
