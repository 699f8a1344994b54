using System.Globalization;

namespace HeiChartViewer.Bench.Client;

/// <summary>One line of the figures: times and bytes, each with its ratio to the floor's.</summary>
internal static class Report
{
    public static void Print(string name, IReadOnlyList<Sample> taken, IReadOnlyList<Sample> floor)
    {
        var milliseconds = taken.Select(sample => sample.Milliseconds).ToArray();
        var kibibytes = taken.Select(sample => sample.Kibibytes).ToArray();
        var time = Ratio.Of(milliseconds, [.. floor.Select(sample => sample.Milliseconds)]);
        var bytes = Ratio.Of(kibibytes, [.. floor.Select(sample => sample.Kibibytes)]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {name, -36} {Time(Ratio.MedianOf(milliseconds)), 12}  x {time, -20} {Ratio.MedianOf(kibibytes), 9:0.0} KiB{(double.IsNaN(bytes.Median) ? "" : $"  x {bytes}")}"
            )
        );
    }

    private static string Time(double milliseconds) =>
        milliseconds < 0.1
            ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds * 1000:0.0} us")
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.000} ms");
}
