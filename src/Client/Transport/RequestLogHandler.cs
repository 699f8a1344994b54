using Microsoft.Extensions.Logging;

namespace HealtheIntent.Client.Transport;

/// <summary>
/// Logs each attempt by an allow-list: operation, path template, status, time and correlation ID. No address, no query,
/// no header and no body is ever logged.
/// </summary>
internal sealed partial class RequestLogHandler(ILogger logger, TimeProvider time)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var operation = ApiOperation.Of(request);
        var started = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
            var correlationId = CorrelationId.Of(response) ?? CorrelationId.Of(request);
            LogAnswer(
                response.IsSuccessStatusCode ? LogLevel.Debug : LogLevel.Warning,
                operation.Name,
                operation.Method,
                operation.PathTemplate,
                (int)response.StatusCode,
                elapsed,
                correlationId
            );
            return response;
        }
        catch (Exception exception)
        {
            // The exception itself is not logged: its message may name the address.
            var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
            var correlationId = CorrelationId.Of(request);
            var failure = Failure(exception);
            LogFailure(
                operation.Name,
                operation.Method,
                operation.PathTemplate,
                failure,
                elapsed,
                correlationId
            );
            throw;
        }
    }

    /// <summary>The kind of failure; a server that proves not to be whom it was asked for is told from one that is away.</summary>
    private static string Failure(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request
            ? $"{nameof(HttpRequestException)} ({request.HttpRequestError})"
            : exception.GetType().Name;

    [LoggerMessage(
        EventId = 1,
        EventName = "HealtheIntentAnswer",
        Message = "{Operation} {Method} {PathTemplate} answered {Status} in {ElapsedMilliseconds} ms, correlation ID {CorrelationId}"
    )]
    private partial void LogAnswer(
        LogLevel level,
        string operation,
        HttpMethod method,
        string pathTemplate,
        int status,
        double elapsedMilliseconds,
        string? correlationId
    );

    [LoggerMessage(
        EventId = 2,
        EventName = "HealtheIntentFailure",
        Level = LogLevel.Warning,
        Message = "{Operation} {Method} {PathTemplate} failed with {Failure} in {ElapsedMilliseconds} ms, correlation ID {CorrelationId}"
    )]
    private partial void LogFailure(
        string operation,
        HttpMethod method,
        string pathTemplate,
        string failure,
        double elapsedMilliseconds,
        string? correlationId
    );
}
