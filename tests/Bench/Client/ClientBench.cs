using System.Globalization;
using System.Runtime;
using System.Text.Json;
using HealtheIntent.Client.Json;

namespace HeiChartViewer.Bench.Client;

/// <summary>The client beside what one would take instead of it, and beside the floor that nothing can beat.</summary>
internal sealed class ClientBench(
    int rounds,
    RawContender raw,
    OurContender ours,
    IReadOnlyList<IContender> others
)
{
    private const string Floor = "floor";
    private const int PagesInARound = 40;

    private readonly PairedRounds _rounds = new(rounds);

    public static async Task RunAsync(int rounds)
    {
        await using var server = await ServerProcess.StartAsync();
        using var raw = new RawContender(server.Address);
        using var ours = new OurContender(server.Address);
        using var restSharp = new RestSharpContender(server.Address);
        using var flurl = new FlurlContender(server.Address);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"client: {rounds} rounds in random order; .NET {Environment.Version}, {Environment.ProcessorCount} processors, {(GCSettings.IsServerGC ? "server" : "workstation")} GC; ratio: median of the rounds [95 % interval]"
            )
        );
        var bench = new ClientBench(rounds, raw, ours, [restSharp, flurl]);
        await SigningBench.RunAsync(bench._rounds);
        await bench.PageAsync();
        await bench.ParseAsync(server.Address);
        await bench.DrainAsync();
        await bench.ChartAsync();
    }

    private async Task PageAsync()
    {
        IContender[] contenders = [raw, .. others, ours];
        var samples = await _rounds.RunAsync(
            PagesInARound,
            [.. contenders.Select(one => (one.Name, (Func<Task>)(() => one.PageAsync("one"))))]
        );
        Console.WriteLine("one page of 100 observations");
        foreach (var (name, taken) in samples)
            Report.Print(name, taken, samples[raw.Name]);
    }

    private async Task ParseAsync(Uri server)
    {
        using var http = new HttpClient { BaseAddress = server };
        var body = await http.GetByteArrayAsync(BenchServer.Address("one"));
        var samples = await _rounds.RunAsync(
            PagesInARound,
            [
                ("Utf8JsonReader, skip all", () => Done(Skip(body))),
                (
                    "System.Text.Json, source-generated",
                    () => Done(JsonSerializer.Deserialize(body, PlainJson.Default.PlainPage))
                ),
                (
                    ours.Name,
                    () =>
                        Done(
                            JsonSerializer.Deserialize(
                                body,
                                HealtheIntentJson.Default.ListReplyObservation
                            )
                        )
                ),
            ]
        );
        Console.WriteLine($"parse alone, {body.Length} bytes");
        foreach (var (name, taken) in samples)
            Report.Print(name, taken, samples["System.Text.Json, source-generated"]);

        static Task Done(object? result) =>
            result is null ? throw new InvalidOperationException() : Task.CompletedTask;
    }

    private async Task DrainAsync()
    {
        var parse = Ratio.MedianOf(
            (await _rounds.RunAsync(1, [("page", () => raw.PageAsync("one"))]))["page"]
                .Select(sample => sample.Milliseconds)
        );
        var waited = new Dictionary<string, List<double>> { ["loop"] = [], ["ours"] = [] };
        var samples = await new PairedRounds(Math.Min(rounds, 10)).RunAsync(
            1,
            [
                ("loop", () => DrainAsync("loop", raw.DrainAsync)),
                ("ours", () => DrainAsync("ours", ours.DrainAsync)),
            ]
        );
        Console.WriteLine(
            $"{BenchServer.Pages} pages, {BenchServer.PageDelayMilliseconds} ms each at the server; ratio to the sum of the server's waits and one page"
        );
        foreach (
            var (name, label) in new[] { ("loop", "raw HttpClient, loop"), ("ours", ours.Name) }
        )
            Report.Print(
                label,
                samples[name],
                [
                    .. waited[name]
                        .TakeLast(samples[name].Count)
                        .Select(milliseconds => new Sample(milliseconds + parse, double.NaN)),
                ]
            );

        async Task DrainAsync(string name, Func<string, Task<int>> drain)
        {
            if (await drain("fifty") != BenchServer.Pages * 100)
                throw new InvalidOperationException("The drain is not complete.");
            waited[name].Add(await raw.WaitedAsync());
        }
    }

    private async Task ChartAsync()
    {
        var samples = await _rounds.RunAsync(
            1,
            [(Floor, () => raw.PageAsync("chart")), (ours.Name, () => ours.ChartAsync("chart"))]
        );
        Console.WriteLine(
            "eight lists at once, 20 to 55 ms each at the server; ratio to the slowest alone, raw"
        );
        foreach (var (name, taken) in samples)
            Report.Print(name, taken, samples[Floor]);
    }

    private static int? Skip(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }
}
