using System.Globalization;

namespace HeiChartViewer.Bench.Client;

/// <summary>The median of what the rounds gave, with its 95 % confidence interval by bootstrap.</summary>
internal sealed record Estimate(double Median, double Low, double High)
{
    private const int Resamples = 2000;

    public static Estimate Of(IReadOnlyList<double> values)
    {
        var samples = values.ToArray();
        // Fixed, so that the same samples give the same interval.
        var random = new Random(1);
        var medians = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
            medians[i] = MedianOf(random.GetItems(samples, samples.Length));
        Array.Sort(medians);
        return new Estimate(
            MedianOf(samples),
            medians[(int)(Resamples * 0.025)],
            medians[(int)(Resamples * 0.975)]
        );
    }

    /// <summary>Of the ratios within the rounds.</summary>
    public static Estimate OfRatios(IReadOnlyList<double> values, IReadOnlyList<double> floor) =>
        Of([.. values.Zip(floor, (value, bare) => value / bare)]);

    public static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public override string ToString() => ToString("0.00");

    public string ToString(string format) =>
        $"{Text(Median, format)} [{Text(Low, format)}, {Text(High, format)}]";

    /// <summary>The same beside what it is to be, and whether it is.</summary>
    public string AtMost(double target, string format = "0.00") =>
        Beside("at most", target, Median <= target, format);

    /// <summary>The same beside what it is to be, and whether it is.</summary>
    public string AtLeast(double target, string format = "0.00") =>
        Beside("at least", target, Median >= target, format);

    private string Beside(string bound, double target, bool met, string format) =>
        $"{ToString(format)} ({bound} {Text(target, format)}: {(met ? "met" : "MISSED")})";

    private static string Text(double value, string format) =>
        value.ToString(format, CultureInfo.InvariantCulture);
}
