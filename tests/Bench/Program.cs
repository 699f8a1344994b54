using System.Globalization;
using HeiChartViewer.Bench.Chart;
using HeiChartViewer.Bench.Client;
using HeiChartViewer.Bench.Sandbox;
using HeiChartViewer.Bench.Sessions;

namespace HeiChartViewer.Bench;

/// <summary>Runs one benchmark by its name.</summary>
internal static class Program
{
    /// <summary>What the client's benchmark starts this program with a second time.</summary>
    public const string ServerVerb = "client-server";

    /// <summary>What the sandbox's benchmark starts this program with a second time.</summary>
    public const string SandboxVerb = "sandbox-server";

    /// <summary>What the chart's benchmark starts this program with a second time.</summary>
    public const string ButtonVerb = "chart-button";

    private static async Task<int> Main(string[] args)
    {
        if (Served(args) is { } served)
        {
            await served;
            return 0;
        }
        if (Bench(args) is not { } bench)
        {
            await Console.Error.WriteLineAsync(
                "Name a benchmark: launch [rounds], chart [rounds] [launch|inputs|costs], refusals [tries], client [rounds], sandbox [pages], throttle [rounds], faults [rounds], bleed [steps]"
            );
            return 2;
        }
        Console.WriteLine(Machine.Describe());
        await bench();
        return Environment.ExitCode;
    }

    /// <summary>What a benchmark has beside itself, in a process of its own.</summary>
    private static Task? Served(string[] args) =>
        args switch
        {
            [ServerVerb] => BenchServer.RunAsync(),
            [SandboxVerb, var patients] => SandboxProcess.ServeAsync(Number(patients)),
            [ButtonVerb, var script] => ButtonProcess.ServeAsync(new Uri(script)),
            _ => null,
        };

    private static Func<Task>? Bench(string[] args) =>
        args.FirstOrDefault() switch
        {
            "launch" => () => LaunchBench.RunAsync(Count(args, 15)),
            "chart" => () => ChartBench.RunAsync(Count(args, 7), args.ElementAtOrDefault(2)),
            "refusals" => () => RefusalBench.RunAsync(Count(args, 1_000)),
            "client" => () => ClientBench.RunAsync(Count(args, 20)),
            "sandbox" => () => SandboxBench.RunAsync(Count(args, 2_000)),
            "throttle" => () => ThrottleBench.RunAsync(Count(args, 5)),
            "faults" => () => FaultsBench.RunAsync(Count(args, 3)),
            "bleed" => () => BleedBench.RunAsync(Count(args, 10_000)),
            _ => null,
        };

    /// <summary>How often, by the word after the name.</summary>
    private static int Count(string[] args, int usual) => args.Length > 1 ? Number(args[1]) : usual;

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
