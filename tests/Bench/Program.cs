using HeiChartViewer.Bench.Chart;
using HeiChartViewer.Bench.Client;
using HeiChartViewer.Bench.Sandbox;

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
        switch (args.FirstOrDefault())
        {
            case "launch":
                await LaunchBench.RunAsync(
                    args.Length > 1
                        ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)
                        : 15
                );
                return 0;
            case "chart":
                await ChartBench.RunAsync(
                    args.Length > 1
                        ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)
                        : 7,
                    args.ElementAtOrDefault(2)
                );
                return 0;
            case ButtonVerb:
                await ButtonProcess.ServeAsync(new Uri(args[1]));
                return 0;
            case "refusals":
                await RefusalBench.RunAsync(
                    args.Length > 1
                        ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)
                        : 1_000
                );
                return 0;
            case "client":
                await ClientBench.RunAsync(
                    args.Length > 1
                        ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)
                        : 20
                );
                return 0;
            case "sandbox":
                await SandboxBench.RunAsync(
                    args.Length > 1
                        ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)
                        : 2_000
                );
                return 0;
            case SandboxVerb:
                await SandboxProcess.ServeAsync(
                    int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)
                );
                return 0;
            case ServerVerb:
                await BenchServer.RunAsync();
                return 0;
            case "throttle":
                await ThrottleBench.RunAsync();
                return 0;
            case "faults":
                await FaultsBench.RunAsync();
                return 0;
            default:
                await Console.Error.WriteLineAsync(
                    "Name a benchmark: launch [rounds], chart [rounds] [launch|inputs|costs], refusals [tries], client [rounds], sandbox [pages], throttle, faults"
                );
                return 2;
        }
    }
}
