using System.Net;
using System.Net.Http.Headers;
using HealtheIntent.Client.Resilience;

namespace HealtheIntent.Client.Transport;

/// <summary>
/// An answer as it came, whole. Its bytes are the response's own and go back with it; an answer that several callers
/// read, or that is kept, has bytes of its own.
/// </summary>
internal sealed record ReceivedAnswer(
    HttpStatusCode Status,
    ReadOnlyMemory<byte> Content,
    string? CorrelationId,
    AnswerHints? Hints,
    TimeSpan? RetryAfter,
    EntityTagHeaderValue? Validator,
    DateTimeOffset ReceivedAt
) : IDisposable
{
    private IDisposable? _owner;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public static ReceivedAnswer Of(
        HttpRequestMessage request,
        HttpResponseMessage response,
        TimeProvider time
    ) =>
        new(
            response.StatusCode,
            ((BufferedBody)response.Content).Bytes,
            Transport.CorrelationId.Of(response) ?? Transport.CorrelationId.Of(request),
            AnswerHints.Of(request.RequestUri!, response),
            Resilience.RetryAfter.Of(response, time),
            // What the platform asks not to store is not kept for a later question either.
            response.Headers.CacheControl
                is { NoStore: true }
                ? null
                : response.Headers.ETag,
            time.GetUtcNow()
        )
        {
            _owner = response,
        };

    public FailedCall Describe(ApiOperation operation) =>
        new(operation.Name, operation.Api, Status, CorrelationId) { Hints = Hints };

    /// <summary>The same answer with bytes of its own; this one is spent.</summary>
    public ReceivedAnswer ToKeep()
    {
        var kept = this with { Content = Content.ToArray(), _owner = null };
        Dispose();
        return kept;
    }

    public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Dispose();
}
