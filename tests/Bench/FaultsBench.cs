using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using HealtheIntent.Client;
using HeiChartViewer.Bench.Client;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Bench;

/// <summary>
/// A platform that answers 10 % of the requests with 503, stalls in the body of 5 % and breaks off 2 %, from a seed: how
/// many calls succeed, beside what the number of attempts can give at best, and at what cost.
/// </summary>
internal static class FaultsBench
{
    private const int Calls = 900;
    private const int AtOnce = 16;
    private const double Failing = 0.10;
    private const double Stalling = 0.05;
    private const double Truncated = 0.02;

    // The standard handler bounds no body: without this a stalled one would be waited for until the end of time.
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(15);
    private const double Fault = Failing + Stalling + Truncated;

    /// <summary>A contender's calls at an address, and what to dispose once they are done.</summary>
    private delegate (Func<string, IEnumerable<Func<Task>>> Chart, IDisposable Owned) Start(
        Uri address
    );

    public static async Task RunAsync(int rounds)
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"faults: {rounds} rounds of {Calls} calls, {AtOnce} at once; {Failing:P0} 503, {Stalling:P0} stalled bodies, {Truncated:P0} truncated bodies; a call still open after {GiveUp.TotalSeconds} s is given up; median of the rounds [95 % interval]"
            )
        );
        (string Name, int Attempts, Start Start)[] contenders =
        [
            ("ours (defaults)", 3, StartOurs),
            ("standard resilience handler (defaults)", 4, StartStandard),
            ("HttpClient (timeout 12 s)", 1, StartBare),
        ];
        var taken = contenders.ToDictionary(one => one.Name, _ => new List<Round>());
        for (var round = 0; round < rounds; round++)
            foreach (var (name, _, start) in contenders)
                taken[name].Add(await RunAsync(start, round));
        foreach (var (name, attempts, _) in contenders)
            Print(name, attempts, taken[name]);
    }

    private static void Print(string contender, int attempts, IReadOnlyList<Round> rounds)
    {
        var succeeded = Estimate.Of([.. rounds.Select(round => round.Succeeded)]);
        var wasted = Estimate.Of([.. rounds.Select(round => (double)round.Wasted)]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {contender, -40} succeeded {succeeded.ToString("0.00 %"), -26} (1 - p^{attempts} = {1 - Math.Pow(Fault, attempts):P2})   requests beyond one a success {wasted.ToString("0"), -16} worst {rounds.Max(round => round.Worst), 5:0.0} s"
            )
        );
    }

    private static (Func<string, IEnumerable<Func<Task>>>, IDisposable) StartOurs(Uri address)
    {
        var client = HealtheIntentClient.Create(
            new HealtheIntentOptions
            {
                BaseAddress = address,
                Credential = { BearerToken = "bench" },
            }
        );
        return (patient => BenchCalls.Chart(client, patient), client);
    }

    private static (Func<string, IEnumerable<Func<Task>>>, IDisposable) StartStandard(Uri address)
    {
        var services = BenchCalls.Standard(address);
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("standard");
        return (patient => BenchCalls.Chart(client, patient), services);
    }

    private static (Func<string, IEnumerable<Func<Task>>>, IDisposable) StartBare(Uri address)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(12) };
        return (patient => BenchCalls.Chart(client, patient), client);
    }

    private static async Task<Round> RunAsync(Start start, int round)
    {
        var faults = new Faults(round);
        await using var server = await LocalServer.StartAsync(faults.AnswerAsync);
        var (chart, owned) = start(server.Address);
        var times = new ConcurrentBag<double>();
        var succeeded = 0;
        using (owned)
            await Parallel.ForEachAsync(
                Enumerable
                    .Range(0, Calls / BenchCalls.Paths.Length)
                    .SelectMany(number => chart($"patient-{number}")),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (call, cancellation) =>
                {
                    var clock = Stopwatch.StartNew();
                    try
                    {
                        await call().WaitAsync(GiveUp, cancellation);
                        Interlocked.Increment(ref succeeded);
                    }
                    catch (Exception)
                    {
                        // Counted by what is missing from the successes.
                    }
                    times.Add(clock.Elapsed.TotalSeconds);
                }
            );
        return new Round((double)succeeded / Calls, faults.Requests - succeeded, times.Max());
    }

    /// <param name="Succeeded">The share of calls that succeeded.</param>
    /// <param name="Wasted">The requests beyond one for each success.</param>
    /// <param name="Worst">The longest call, in seconds.</param>
    private sealed record Round(double Succeeded, int Wasted, double Worst);

    /// <summary>The same faults in the same order for every contender of a round.</summary>
    private sealed class Faults(int round)
    {
        private readonly Random _random = new(2026 + round);
        private readonly Lock _lock = new();

        public int Requests { get; private set; }

        public async Task AnswerAsync(HttpContext context)
        {
            double drawn;
            lock (_lock)
            {
                Requests++;
                drawn = _random.NextDouble();
            }
            if (drawn < Failing)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
            if (drawn >= Fault)
            {
                await SmallPage.AnswerAsync(context);
                return;
            }
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = SmallPage.Json.Length;
            await context.Response.WriteAsync(SmallPage.Json[..10]);
            await context.Response.Body.FlushAsync();
            if (drawn < Failing + Stalling)
                await Task.Delay(Timeout.Infinite, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Abort();
        }
    }
}
