using System.Globalization;

namespace HeiChartViewer.Bench.Client;

/// <summary>The median of the rounds' ratios, with its 95 % confidence interval by bootstrap.</summary>
internal sealed record Ratio(double Median, double Low, double High)
{
    private const int Resamples = 2000;

    public static Ratio Of(IReadOnlyList<double> values, IReadOnlyList<double> floor)
    {
        var ratios = values.Zip(floor, (value, bare) => value / bare).ToArray();
        // Fixed, so that the same samples give the same interval.
        var random = new Random(1);
        var medians = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
            medians[i] = MedianOf(random.GetItems(ratios, ratios.Length));
        Array.Sort(medians);
        return new Ratio(
            MedianOf(ratios),
            medians[(int)(Resamples * 0.025)],
            medians[(int)(Resamples * 0.975)]
        );
    }

    public static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Median:0.00} [{Low:0.00}, {High:0.00}]");
}
