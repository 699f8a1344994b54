using System.Diagnostics;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Fixtures.Wire;

namespace HeiChartViewer.Bench.Sessions;

/// <summary>
/// What of other patients reaches a page, over steps in any order: the whole of what the tests run the beginning of
/// (control 33).
/// </summary>
internal static class BleedBench
{
    public static async Task RunAsync(int steps)
    {
        await using var viewer = await ViewerProcess.StartAsync(Interleavings.Arguments);
        var watch = Stopwatch.StartNew();
        var result = await new Interleavings(viewer, Interleavings.Seed).RunAsync(steps);
        Console.WriteLine(result);
        Console.WriteLine(
            $"{watch.Elapsed.TotalSeconds:N0} s; what reads found a chart that it took for another patient's"
        );
        foreach (var fault in result.Faults)
            Console.WriteLine($"fault: {fault}");
        if (result.ForeignBytes > 0)
            Environment.ExitCode = 1;
    }
}
