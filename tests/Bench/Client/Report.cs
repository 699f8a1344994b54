using System.Globalization;

namespace HeiChartViewer.Bench.Client;

/// <summary>One line of the figures: times and bytes, each with its ratio to the floor's.</summary>
internal static class Report
{
    public static void Print(
        string name,
        IReadOnlyList<Sample> taken,
        IReadOnlyList<Sample> floor,
        Targets? targets = null
    )
    {
        var kibibytes = taken.Select(sample => sample.Kibibytes).ToArray();
        var time = Estimate.OfRatios(Times(taken), Times(floor));
        var bytes = Estimate.OfRatios(kibibytes, [.. floor.Select(sample => sample.Kibibytes)]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {name, -36} {Time(Estimate.MedianOf(Times(taken))), 12}  x {Words(time, targets?.Time), -20} {Estimate.MedianOf(kibibytes), 9:0.0} KiB{(double.IsNaN(bytes.Median) ? "" : $"  x {Words(bytes, targets?.Bytes)}")}"
            )
        );
    }

    private static double[] Times(IReadOnlyList<Sample> samples) =>
        [.. samples.Select(sample => sample.Milliseconds)];

    private static string Words(Estimate ratio, double? target) =>
        target is { } most ? ratio.AtMost(most) : ratio.ToString();

    private static string Time(double milliseconds) =>
        milliseconds < 0.1
            ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds * 1000:0.0} us")
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.000} ms");
}

/// <summary>What the ratios are to be at most; null where nothing is asked of one.</summary>
internal sealed record Targets(double? Time, double? Bytes = null);
