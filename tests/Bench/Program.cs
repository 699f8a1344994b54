using HeiChartViewer.Bench.Client;

namespace HeiChartViewer.Bench;

/// <summary>Runs one benchmark by its name.</summary>
internal static class Program
{
    /// <summary>What the client's benchmark starts this program with a second time.</summary>
    public const string ServerVerb = "client-server";

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
            case "client":
                await ClientBench.RunAsync(
                    args.Length > 1
                        ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)
                        : 20
                );
                return 0;
            case ServerVerb:
                await BenchServer.RunAsync();
                return 0;
            default:
                await Console.Error.WriteLineAsync(
                    "Name a benchmark: launch [rounds], client [rounds]"
                );
                return 2;
        }
    }
}
