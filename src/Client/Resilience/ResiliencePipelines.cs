using System.Collections.Concurrent;
using System.Net;
using System.Threading.RateLimiting;
using HealtheIntent.Client.Transport;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace HealtheIntent.Client.Resilience;

/// <summary>
/// One pipeline for each host and API, made once: an API that fails opens its own breaker and leaves the others alone.
/// The bulkhead is one for all, because the sockets and the patience of the platform are.
/// </summary>
internal sealed class ResiliencePipelines(ResilienceOptions options, TimeProvider time)
    : IDisposable
{
    private static readonly ResiliencePropertyKey<long> Started = new("HealtheIntent.Started");

    private readonly ConcurrentDictionary<
        (string Authority, string Api),
        Lazy<ResiliencePipeline<HttpResponseMessage>>
    > _pipelines = new();

    private readonly ConcurrencyLimiter _bulkhead = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = options.MaxConcurrentCalls,
            QueueLimit = options.MaxQueuedCalls,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Takes a place among the calls under way. To wait for one longer than a call may take serves nobody.</summary>
    /// <exception cref="BulkheadFullException">No place is free, or none became free in time.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.TotalTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            patience.Token
        );
        try
        {
            var lease = await _bulkhead.AcquireAsync(1, either.Token).ConfigureAwait(false);
            if (lease.IsAcquired)
                return lease;
            lease.Dispose();
            throw new BulkheadFullException();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BulkheadFullException();
        }
    }

    public ResiliencePipeline<HttpResponseMessage> For(Uri address, string api) =>
        _pipelines
            .GetOrAdd(
                (address.GetLeftPart(UriPartial.Authority), api),
                _ => new Lazy<ResiliencePipeline<HttpResponseMessage>>(Build)
            )
            .Value;

    public void StartBudget(ResilienceContext context) =>
        context.Properties.Set(Started, time.GetTimestamp());

    public void Dispose() => _bulkhead.Dispose();

    private ResiliencePipeline<HttpResponseMessage> Build()
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        builder.AddTimeout(new TimeoutStrategyOptions { Timeout = options.TotalTimeout });
        if (options.RetryCount > 0)
            builder.AddRetry(Retry());
        return builder
            .AddCircuitBreaker(Breaker())
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout })
            .Build();
    }

    private RetryStrategyOptions<HttpResponseMessage> Retry() =>
        new()
        {
            MaxRetryAttempts = options.RetryCount,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryBaseDelay,
            MaxDelay = options.RetryMaxDelay,
            ShouldHandle = arguments =>
                ValueTask.FromResult(
                    arguments.Outcome.Result is { } response
                        ? MayPass(response) && FitsBudget(response, arguments.Context)
                        : MayPass(arguments.Outcome.Exception)
                ),
            DelayGenerator = arguments =>
                ValueTask.FromResult(
                    arguments.Outcome.Result is { } response ? RetryAfter.Of(response, time) : null
                ),
            OnRetry = arguments =>
            {
                arguments.Outcome.Result?.Dispose();
                return ValueTask.CompletedTask;
            },
        };

    private CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() =>
        new()
        {
            FailureRatio = options.FailureRatio,
            MinimumThroughput = options.MinimumThroughput,
            SamplingDuration = options.SamplingDuration,
            BreakDuration = options.BreakDuration,
            // Throttling and refusals are answers of a platform that is well.
            ShouldHandle = arguments =>
                ValueTask.FromResult(
                    arguments.Outcome.Result is { } response
                        ? response.StatusCode >= HttpStatusCode.InternalServerError
                        : MayPass(arguments.Outcome.Exception)
                ),
        };

    private static bool MayPass(HttpResponseMessage response) =>
        response.StatusCode
            is >= HttpStatusCode.InternalServerError
                or HttpStatusCode.TooManyRequests
                or HttpStatusCode.RequestTimeout;

    private static bool MayPass(Exception? exception) =>
        exception
            is HttpRequestException
                or IOException
                or BrokenBodyException
                or TimeoutRejectedException
        // How the transport reports that a connection was not made in time.
        || exception is OperationCanceledException { InnerException: TimeoutException };

    /// <summary>A wait the call has no time for is not begun: the caller learns at once when to come back.</summary>
    private bool FitsBudget(HttpResponseMessage response, ResilienceContext context) =>
        RetryAfter.Of(response, time) is not { } wait
        || wait
            < options.TotalTimeout - time.GetElapsedTime(context.Properties.GetValue(Started, 0));
}
