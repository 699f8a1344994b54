using System.Diagnostics;
using System.Globalization;
using HealtheIntent.Client;
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
    private const double PermitsPerSecond = 50;
    private const double Burst = 10;

    public static async Task RunAsync()
    {
        Console.WriteLine(
            $"throttle: {Charts} charts of {BenchCalls.Paths.Length} calls at once; the platform allows {PermitsPerSecond}/s, burst {Burst}, no Retry-After"
        );
        await RunAsync(
            "ours (a call may take 120 s and 4000 may queue; else defaults)",
            async address =>
            {
                using var client = HealtheIntentClient.Create(
                    new HealtheIntentOptions
                    {
                        BaseAddress = address,
                        Credential = { BearerToken = "bench" },
                        Resilience =
                        {
                            TotalTimeout = TimeSpan.FromSeconds(120),
                            MaxQueuedCalls = 4000,
                        },
                    }
                );
                return await OpenAsync(patient => BenchCalls.Chart(client, patient));
            }
        );
        await RunAsync(
            "standard resilience handler (defaults: 30 s, 3 retries)",
            async address =>
            {
                await using var services = BenchCalls.Standard(address);
                using var client = services
                    .GetRequiredService<IHttpClientFactory>()
                    .CreateClient("standard");
                return await OpenAsync(patient => BenchCalls.Chart(client, patient));
            }
        );
    }

    private static async Task RunAsync(string contender, Func<Uri, Task<int>> open)
    {
        var limit = new Limit();
        await using var server = await StubTenant.StartAsync(limit.AnswerAsync);
        var clock = Stopwatch.StartNew();
        var failed = await open(server.Address);
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                  {contender}
                    share of the allowed rate used {limit.Passed
                    / (Burst + PermitsPerSecond * seconds), 7:P1}   answers that were 429 {(double)
                    limit.Throttled / (limit.Passed + limit.Throttled), 7:P2} ({limit.Throttled})
                    calls failed {failed} of {Charts
                    * BenchCalls.Paths.Length}   last chart after {seconds:0.0} s (floor {(
                    Charts * BenchCalls.Paths.Length - Burst
                ) / PermitsPerSecond:0.0} s)
                """
            )
        );
    }

    private static async Task<int> OpenAsync(Func<string, IEnumerable<Func<Task>>> chart)
    {
        var failed = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, Charts)
                .SelectMany(number => chart($"patient-{number}"))
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

    /// <summary>A token bucket.</summary>
    private sealed class Limit
    {
        private readonly Lock _lock = new();
        private double _tokens = Burst;
        private long _filledAt = Stopwatch.GetTimestamp();

        public int Passed { get; private set; }
        public int Throttled { get; private set; }

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
            {
                var now = Stopwatch.GetTimestamp();
                _tokens = Math.Min(
                    Burst,
                    _tokens
                        + Stopwatch.GetElapsedTime(_filledAt, now).TotalSeconds * PermitsPerSecond
                );
                _filledAt = now;
                if (_tokens < 1)
                {
                    Throttled++;
                    return false;
                }
                _tokens--;
                Passed++;
                return true;
            }
        }
    }
}
