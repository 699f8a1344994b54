using System.Diagnostics;
using System.Globalization;
using HealtheIntent.Client;
using HeiChartViewer.Bench.Client;
using HeiChartViewer.Tests.Unit.Client.Resilience;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Bench;

/// <summary>
/// 200 charts opened at once against a platform that lets 50 requests a second pass, with a burst of 10, and answers the
/// others with 429 and no Retry-After: how much of the rate is used, and how many answers are 429.
/// </summary>
internal static class ThrottleBench
{
    private const int Charts = 200;

    /// <summary>Opened before, against a limit of their own: what is measured is not the compiler.</summary>
    private const int WarmUpCharts = 5;
    private const int CallsOfAChart = 8;
    private const double PermitsPerSecond = 50;
    private const int Burst = 10;
    private const double LeastUsed = 0.95;
    private const double MostThrottled = 0.02;

    /// <summary>Opens so many charts at an address, and says how many calls failed.</summary>
    private delegate Task<int> Open(Uri address, int charts);

    public static async Task RunAsync(int rounds)
    {
        Console.WriteLine(
            $"throttle: {rounds} rounds of {Charts} charts of {CallsOfAChart} calls at once; the platform allows {PermitsPerSecond}/s, burst {Burst}, no Retry-After; median of the rounds [95 % interval]"
        );
        (string Name, Open Open)[] contenders =
        [
            ("ours (a call may take 90 s; else defaults)", OpenOursAsync),
            ("standard resilience handler (defaults: 30 s, 3 retries)", OpenStandardAsync),
        ];
        var taken = contenders.ToDictionary(one => one.Name, _ => new List<Round>());
        foreach (var (_, open) in contenders)
            await RunAsync(open, WarmUpCharts);
        for (var round = 0; round < rounds; round++)
            foreach (var (name, open) in contenders)
                taken[name].Add(await RunAsync(open, Charts));
        foreach (var (name, open) in contenders)
            Print(name, taken[name], targeted: open == OpenOursAsync);
    }

    private static void Print(string contender, IReadOnlyList<Round> rounds, bool targeted)
    {
        var used = Estimate.Of([.. rounds.Select(round => round.Used)]);
        var throttled = Estimate.Of([.. rounds.Select(round => round.Throttled)]);
        var last = Estimate.Of([.. rounds.Select(round => round.Seconds)]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                  {contender}
                    share of the allowed rate used  {(targeted ? used.AtLeast(LeastUsed, "0.0 %") : used.ToString("0.0 %"))}
                    answers that were 429           {(targeted ? throttled.AtMost(MostThrottled, "0.00 %") : throttled.ToString("0.00 %"))}
                    calls failed                    {rounds.Sum(round => round.Failed)} of {rounds.Count
                    * Charts
                    * CallsOfAChart}
                    last chart after                {last.ToString("0.0")} s, the floor {(
                    Charts * CallsOfAChart - Burst
                ) / PermitsPerSecond:0.0} s
                """
            )
        );
    }

    private static async Task<int> OpenOursAsync(Uri address, int charts)
    {
        using var client = HealtheIntentClient.Create(
            new HealtheIntentOptions
            {
                BaseAddress = address,
                Credential = { BearerToken = "bench" },
                Resilience = { TotalTimeout = TimeSpan.FromSeconds(90) },
            }
        );
        return await OpenAsync(charts, patient => BenchCalls.Chart(client, patient));
    }

    private static async Task<int> OpenStandardAsync(Uri address, int charts)
    {
        await using var services = BenchCalls.Standard(address);
        using var client = services
            .GetRequiredService<IHttpClientFactory>()
            .CreateClient("standard");
        return await OpenAsync(charts, patient => BenchCalls.Chart(client, patient));
    }

    private static async Task<Round> RunAsync(Open open, int charts)
    {
        var limit = new Limit();
        await using var server = await LocalServer.StartAsync(limit.AnswerAsync);
        var clock = Stopwatch.StartNew();
        var failed = await open(server.Address, charts);
        var seconds = clock.Elapsed.TotalSeconds;
        return new Round(
            limit.Bucket.Passed / (Burst + PermitsPerSecond * seconds),
            limit.Bucket.ThrottledShare,
            failed,
            seconds
        );
    }

    private static async Task<int> OpenAsync(
        int charts,
        Func<string, IEnumerable<Func<Task>>> chart
    )
    {
        var failed = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, charts)
                .SelectMany(number => chart($"patient-{number}").Take(CallsOfAChart))
                .Select(async call =>
                {
                    try
                    {
                        await call();
                    }
                    catch (Exception)
                    {
                        Interlocked.Increment(ref failed);
                    }
                })
        );
        return failed;
    }

    /// <param name="Used">The share of the allowed rate that was used.</param>
    /// <param name="Throttled">The share of answers that were 429.</param>
    /// <param name="Failed">How many calls failed.</param>
    /// <param name="Seconds">How long until the last chart was there.</param>
    private sealed record Round(double Used, double Throttled, int Failed, double Seconds);

    /// <summary>The platform's limiter, under a clock that began with it.</summary>
    private sealed class Limit
    {
        private readonly Lock _lock = new();
        private readonly long _started = Stopwatch.GetTimestamp();

        public TokenBucket Bucket { get; } = new(PermitsPerSecond, Burst);

        public Task AnswerAsync(HttpContext context)
        {
            if (Take())
                return SmallPage.AnswerAsync(context);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Task.CompletedTask;
        }

        private bool Take()
        {
            lock (_lock)
                return Bucket.Take(Stopwatch.GetElapsedTime(_started));
        }
    }
}
