using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using HealtheIntent.Client;
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

    public static async Task RunAsync()
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"faults: {Calls} calls, {AtOnce} at once; {Failing:P0} 503, {Stalling:P0} stalled bodies, {Truncated:P0} truncated bodies; a call still open after {GiveUp.TotalSeconds} s is given up"
            )
        );
        await RunAsync(
            "ours (defaults)",
            attempts: 3,
            address =>
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
        );
        await RunAsync(
            "standard resilience handler (defaults)",
            attempts: 4,
            address =>
            {
                var services = BenchCalls.Standard(address);
                var client = services
                    .GetRequiredService<IHttpClientFactory>()
                    .CreateClient("standard");
                return (patient => BenchCalls.Chart(client, patient), services);
            }
        );
        await RunAsync(
            "HttpClient (timeout 12 s)",
            attempts: 1,
            address =>
            {
                var client = new HttpClient
                {
                    BaseAddress = address,
                    Timeout = TimeSpan.FromSeconds(12),
                };
                return (patient => BenchCalls.Chart(client, patient), client);
            }
        );
    }

    private static async Task RunAsync(
        string contender,
        int attempts,
        Func<Uri, (Func<string, IEnumerable<Func<Task>>> Chart, IDisposable Owned)> start
    )
    {
        var faults = new Faults();
        await using var server = await StubTenant.StartAsync(faults.AnswerAsync);
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
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {contender, -40} succeeded {(double)succeeded / Calls, 7:P2} (1 - p^{attempts} = {1 - Math.Pow(Fault, attempts):P2})   requests beyond one a success {faults.Requests - succeeded, 4}   worst {times.Max(), 5:0.0} s"
            )
        );
    }

    /// <summary>The same faults in the same order for every contender.</summary>
    private sealed class Faults
    {
        private readonly Random _random = new(2026);
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
                await StubTenant.AnswerAsync(context);
                return;
            }
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = StubTenant.Page.Length;
            await context.Response.WriteAsync(StubTenant.Page[..10]);
            await context.Response.Body.FlushAsync();
            if (drawn < Failing + Stalling)
                await Task.Delay(Timeout.Infinite, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Abort();
        }
    }
}
