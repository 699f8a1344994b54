using System.Net;
using System.Net.Http.Headers;
using HealtheIntent.Client.Resilience;

namespace HealtheIntent.Client.Transport;

/// <summary>An answer as it came, whole. Several callers may read it at once.</summary>
internal sealed record ReceivedAnswer(
    HttpStatusCode Status,
    byte[] Content,
    string? CorrelationId,
    TimeSpan? RetryAfter,
    EntityTagHeaderValue? Validator,
    DateTimeOffset ReceivedAt
)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public static async Task<ReceivedAnswer> OfAsync(
        HttpRequestMessage request,
        HttpResponseMessage response,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        new(
            response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false),
            Transport.CorrelationId.Of(response) ?? Transport.CorrelationId.Of(request),
            Resilience.RetryAfter.Of(response, time),
            // What the platform asks not to store is not kept for a later question either.
            response.Headers.CacheControl
                is { NoStore: true }
                ? null
                : response.Headers.ETag,
            time.GetUtcNow()
        );
}
