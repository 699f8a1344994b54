using System.Diagnostics;
using System.Globalization;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Resilience;
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

    public static async Task RunAsync()
    {
        Console.WriteLine(
            $"throttle: {Charts} charts of {CallsOfAChart} calls at once; the platform allows {PermitsPerSecond}/s, burst {Burst}, no Retry-After"
        );
        await RunAsync(
            "ours (a call may take 90 s; else defaults)",
            async (address, charts) =>
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
        );
        await RunAsync(
            "standard resilience handler (defaults: 30 s, 3 retries)",
            async (address, charts) =>
            {
                await using var services = BenchCalls.Standard(address);
                using var client = services
                    .GetRequiredService<IHttpClientFactory>()
                    .CreateClient("standard");
                return await OpenAsync(charts, patient => BenchCalls.Chart(client, patient));
            }
        );
    }

    private static async Task RunAsync(string contender, Func<Uri, int, Task<int>> open)
    {
        await OpenAsync(open, new Limit(), WarmUpCharts);
        var limit = new Limit();
        var (failed, seconds) = await OpenAsync(open, limit, Charts);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                  {contender}
                    share of the allowed rate used {limit.Bucket.Passed
                    / (Burst + PermitsPerSecond * seconds), 7:P1}   answers that were 429 {limit.Bucket.ThrottledShare, 7:P2} ({limit.Bucket.Throttled})
                    calls failed {failed} of {Charts
                    * CallsOfAChart}   last chart after {seconds:0.0} s (floor {(
                    Charts * CallsOfAChart - Burst
                ) / PermitsPerSecond:0.0} s)
                """
            )
        );
    }

    private static async Task<(int Failed, double Seconds)> OpenAsync(
        Func<Uri, int, Task<int>> open,
        Limit limit,
        int charts
    )
    {
        await using var server = await StubTenant.StartAsync(limit.AnswerAsync);
        var clock = Stopwatch.StartNew();
        var failed = await open(server.Address, charts);
        return (failed, clock.Elapsed.TotalSeconds);
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

    /// <summary>The platform's limiter, under a clock that began with it.</summary>
    private sealed class Limit
    {
        private readonly Lock _lock = new();
        private readonly long _started = Stopwatch.GetTimestamp();

        public TokenBucket Bucket { get; } = new(PermitsPerSecond, Burst);

        public Task AnswerAsync(HttpContext context)
        {
            if (Take())
                return StubTenant.AnswerAsync(context);
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
