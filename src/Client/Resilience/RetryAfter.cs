namespace HealtheIntent.Client.Resilience;

/// <summary>How long an answer asks to wait. The platform publishes no such header (contract 8.5); gateways send it.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } wait
                ? wait
                : TimeSpan.Zero,
            _ => null,
        };
}
