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
    private const string Ahead = "HealtheIntent.Client, a page ahead";
    private const int PagesInARound = 40;

    /// <summary>Less than a page takes to come, so that all of it can pass while the next is awaited.</summary>
    private const int WorkMilliseconds = 10;

    private readonly PairedRounds _rounds = new(rounds);

    public static async Task RunAsync(int rounds)
    {
        await using var server = await ServerProcess.StartAsync();
        using var raw = new RawContender(server.Address);
        using var ours = new OurContender(server.Address);
        using var restSharp = new RestSharpContender(server.Address);
        using var flurl = new FlurlContender(server.Address);
        Console.WriteLine(
            $"client: {rounds} rounds in random order; ratio: median of the rounds [95 % interval]"
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
            Report.Print(
                name,
                taken,
                samples[raw.Name],
                name == ours.Name ? new Targets(1.10, 1.15) : null
            );
        foreach (var other in others)
            Report.Print(
                $"{ours.Name} to {other.Name}",
                samples[ours.Name],
                samples[other.Name],
                new Targets(1, 1)
            );
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
        var parse = Estimate.MedianOf(
            (await _rounds.RunAsync(1, [("page", () => raw.PageAsync("one"))]))["page"]
                .Select(sample => sample.Milliseconds)
        );
        await DrainAsync(
            parse,
            0,
            [
                ("raw HttpClient, loop", patient => raw.DrainAsync(patient)),
                (ours.Name, patient => ours.DrainAsync(patient)),
                (Ahead, patient => ours.DrainAsync(patient, prefetch: true)),
            ]
        );
        await DrainAsync(
            parse,
            WorkMilliseconds,
            [
                (
                    "raw HttpClient, loop",
                    patient => raw.DrainAsync(patient, () => Task.Delay(WorkMilliseconds))
                ),
                (
                    Ahead,
                    patient => ours.DrainAsync(patient, true, () => Task.Delay(WorkMilliseconds))
                ),
            ]
        );
    }

    private async Task DrainAsync(
        double parse,
        int work,
        (string Name, Func<string, Task<int>> Drain)[] ways
    )
    {
        var waited = ways.ToDictionary(way => way.Name, _ => new List<double>());
        var samples = await new PairedRounds(Math.Min(rounds, 10)).RunAsync(
            1,
            [.. ways.Select(way => (way.Name, (Func<Task>)(() => DrainAsync(way))))]
        );
        Console.WriteLine(
            $"{BenchServer.Pages} pages, {BenchServer.PageDelayMilliseconds} ms each at the server{(work == 0 ? "" : $", and a caller who takes {work} ms for each")}; ratio to the sum of the server's waits and one page"
        );
        foreach (var (name, taken) in samples)
            Report.Print(
                name,
                taken,
                [
                    .. waited[name]
                        .TakeLast(taken.Count)
                        .Select(milliseconds => new Sample(milliseconds + parse, double.NaN)),
                ],
                work == 0 && (name == ours.Name || name == Ahead) ? new Targets(1.15) : null
            );

        async Task DrainAsync((string Name, Func<string, Task<int>> Drain) way)
        {
            if (await way.Drain("fifty") != BenchServer.Pages * 100)
                throw new InvalidOperationException("The drain is not complete.");
            waited[way.Name].Add(await raw.WaitedAsync());
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
            Report.Print(name, taken, samples[Floor], name == ours.Name ? new Targets(1.20) : null);
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
