using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using HealtheIntent.Client.Telemetry;
using HealtheIntent.Client.Transport;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using Polly.CircuitBreaker;
using Polly.Telemetry;
using Polly.Timeout;

namespace HealtheIntent.Client.Resilience;

/// <summary>
/// One pipeline for each host and API, made once: an API that fails opens its own breaker and leaves the others alone.
/// The queue is the host's: the places are one count for all, and the turns go round the APIs.
/// </summary>
internal sealed class ResiliencePipelines(ResilienceOptions options, TimeProvider time)
    : IDisposable
{
    private readonly ConcurrentDictionary<
        (string Authority, string Api),
        Lazy<ResiliencePipeline<HttpResponseMessage>>
    > _pipelines = new();

    private readonly ConcurrentDictionary<string, Lazy<CallQueue>> _queues = new();
    private readonly Meter _meter = new(ClientTelemetry.Name);

    public ResiliencePipeline<HttpResponseMessage> For(HttpRequestMessage request)
    {
        var authority = request.RequestUri!.GetLeftPart(UriPartial.Authority);
        var api = ApiOperation.Of(request).Api;
        return _pipelines
            .GetOrAdd(
                (authority, api),
                _ => new Lazy<ResiliencePipeline<HttpResponseMessage>>(() => Build(authority, api))
            )
            .Value;
    }

    public void Dispose()
    {
        _meter.Dispose();
        foreach (var queue in _queues.Values.Where(queue => queue.IsValueCreated))
            queue.Value.Dispose();
    }

    private ResiliencePipeline<HttpResponseMessage> Build(string authority, string api)
    {
        var queue = _queues
            .GetOrAdd(
                authority,
                _ => new Lazy<CallQueue>(() =>
                    Observe(authority, new CallQueue(options, time, new Uri(authority).Host))
                )
            )
            .Value;
        var breaker = new CircuitBreakerStateProvider();
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage>
        {
            Name = "HealtheIntent",
            InstanceName = api,
            TimeProvider = time,
        };
        // Its log would carry exceptions, whose messages may name an address; each attempt has a line of our own.
        builder.ConfigureTelemetry(
            new TelemetryOptions { LoggerFactory = NullLoggerFactory.Instance }
        );
        builder.AddTimeout(
            new HttpTimeoutStrategyOptions { Name = "Total", Timeout = options.TotalTimeout }
        );
        if (options.RetryCount > 0)
            builder.AddRetry(Retry());
        return builder
            .AddStrategy(
                _ => new TurnStrategy(queue, breaker, options, time),
                new TurnStrategyOptions()
            )
            .AddCircuitBreaker(Breaker(breaker))
            .AddTimeout(
                new HttpTimeoutStrategyOptions
                {
                    Name = "Attempt",
                    Timeout = options.AttemptTimeout,
                }
            )
            .Build();
    }

    private CallQueue Observe(string authority, CallQueue queue)
    {
        var host = new KeyValuePair<string, object?>("server.address", new Uri(authority).Host);
        _meter.CreateObservableGauge(
            "healtheintent.client.queue.length",
            () =>
                queue
                    .Observe()
                    .Select(lane => new Measurement<int>(lane.Waiting, host, Tag(lane.Api))),
            "{call}",
            "Calls that wait for their turn."
        );
        _meter.CreateObservableGauge(
            "healtheintent.client.learned_rate",
            () =>
                queue
                    .Observe()
                    .Where(lane => lane.PerSecond is not null)
                    .Select(lane => new Measurement<double>(
                        lane.PerSecond.GetValueOrDefault(),
                        host,
                        Tag(lane.Api)
                    )),
            "{call}/s",
            "The rate the API was found to allow; nothing while it never answered 429."
        );
        return queue;
    }

    private static KeyValuePair<string, object?> Tag(string api) => new("healtheintent.api", api);

    private HttpRetryStrategyOptions Retry() =>
        new()
        {
            MaxRetryAttempts = options.RetryCount,
            Delay = options.RetryBaseDelay,
            MaxDelay = options.RetryMaxDelay,
            ShouldHandle = arguments =>
                ValueTask.FromResult(
                    MayPass(arguments.Outcome)
                        // Throttling is the queue's business.
                        && arguments.Outcome.Result
                            is not { StatusCode: HttpStatusCode.TooManyRequests }
                        && FitsBudget(arguments.Outcome.Result, arguments.Context)
                ),
            // The library reads the date against the machine's clock and not the pipeline's.
            DelayGenerator = arguments =>
                ValueTask.FromResult(
                    arguments.Outcome.Result is { } response ? RetryAfter.Of(response, time) : null
                ),
        };

    private HttpCircuitBreakerStrategyOptions Breaker(CircuitBreakerStateProvider state) =>
        new()
        {
            FailureRatio = options.FailureRatio,
            MinimumThroughput = options.MinimumThroughput,
            SamplingDuration = options.SamplingDuration,
            BreakDuration = options.BreakDuration,
            StateProvider = state,
            // Throttling and refusals are answers of a platform that is well.
            ShouldHandle = arguments =>
                ValueTask.FromResult(
                    arguments.Outcome.Result is { } response
                        ? response.StatusCode >= HttpStatusCode.InternalServerError
                        : MayPass(arguments.Outcome)
                ),
        };

    private static bool MayPass(Outcome<HttpResponseMessage> outcome) =>
        HttpClientResiliencePredicates.IsTransient(outcome)
        || outcome.Exception
            is IOException
                or BrokenBodyException
                // How the transport reports that a connection was not made in time.
                or OperationCanceledException { InnerException: TimeoutException };

    /// <summary>A wait the call has no time for is not begun: the caller learns at once when to come back.</summary>
    private bool FitsBudget(HttpResponseMessage? response, ResilienceContext context) =>
        response is null
        || RetryAfter.Of(response, time) is not { } wait
        || wait
            < options.TotalTimeout
                - time.GetElapsedTime(CallProgress.Of(context.GetRequestMessage()!).Started);

    private sealed class TurnStrategyOptions : ResilienceStrategyOptions
    {
        public TurnStrategyOptions() => Name = "Turn";
    }
}
