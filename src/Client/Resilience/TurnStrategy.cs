using System.Net;
using HealtheIntent.Client.Transport;
using Polly;
using Polly.CircuitBreaker;

namespace HealtheIntent.Client.Resilience;

/// <summary>
/// Lets an attempt go when its turn has come, and puts it back in the queue after a 429, which costs it no retry. Both
/// only as far as the call has time left.
/// </summary>
internal sealed class TurnStrategy(
    CallQueue queue,
    CircuitBreakerStateProvider breaker,
    ResilienceOptions options,
    TimeProvider time
) : ResilienceStrategy<HttpResponseMessage>
{
    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback,
        ResilienceContext context,
        TState state
    )
    {
        // An open breaker answers at once: nobody waits for a turn to hear it.
        if (breaker.CircuitState is CircuitState.Open)
            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);

        var request = context.GetRequestMessage()!;
        var call = CallProgress.Of(request);
        for (var again = false; ; again = true)
        {
            CallTurn turn;
            try
            {
                turn = await queue
                    .EnterAsync(
                        ApiOperation.Of(request).Api,
                        call.Priority,
                        again,
                        TimeLeft(call),
                        context.CancellationToken
                    )
                    .ConfigureAwait(context.ContinueOnCapturedContext);
            }
            catch (Exception exception)
                when (exception is NoTurnException or OperationCanceledException)
            {
                return Outcome.FromException<HttpResponseMessage>(exception);
            }

            var outcome = await callback(context, state)
                .ConfigureAwait(context.ContinueOnCapturedContext);
            if (outcome.Result is not { StatusCode: HttpStatusCode.TooManyRequests } response)
            {
                if (outcome.Exception is BrokenCircuitException)
                    queue.LeaveUnsent(turn);
                else
                    queue.Leave(turn, answered: outcome.Exception is null);
                return outcome;
            }

            queue.LeaveThrottled(turn, RetryAfter.Of(response, time));
            var expected = queue.ExpectedWait(turn);
            if (options.RetryCount == 0 || expected >= TimeLeft(call))
            {
                // The platform does not say when to come back; the queue knows.
                response.Headers.RetryAfter ??= new(expected);
                return outcome;
            }
            response.Dispose();
        }
    }

    private TimeSpan TimeLeft(CallProgress call)
    {
        var left = options.TotalTimeout - time.GetElapsedTime(call.Started);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
