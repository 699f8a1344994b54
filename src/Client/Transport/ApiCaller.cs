using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using HealtheIntent.Client.Json;
using HealtheIntent.Client.Resilience;
using HealtheIntent.Client.Sessions;
using HealtheIntent.Client.Telemetry;

namespace HealtheIntent.Client.Transport;

/// <summary>ALL traffic to the platform goes through here: a request goes out, a value or a typed error comes back.</summary>
internal sealed class ApiCaller(
    Func<HttpMessageInvoker> transport,
    EndpointResolver endpoints,
    HealtheIntentOptions options,
    TimeProvider time,
    ReadSession? session = null,
    CallPriority priority = CallPriority.Interactive
)
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    public LimitOptions Limits => options.Limits;

    public EndpointResolver Endpoints => endpoints;

    /// <summary>A caller that shares everything with this one, and its reads among themselves.</summary>
    public ApiCaller In(ReadSession session) =>
        new(transport, endpoints, options, time, session, priority);

    /// <summary>A caller whose calls nobody waits for.</summary>
    public ApiCaller InBackground() =>
        new(transport, endpoints, options, time, session, CallPriority.Background);

    public async Task<ApiAnswer<T>> SendAsync<T>(
        ApiOperation operation,
        Uri address,
        JsonTypeInfo<T> type,
        byte[]? body,
        CancellationToken cancellationToken
    )
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = time.GetTimestamp();
        using var activity = ClientTelemetry.StartCall(operation);
        int? status = null;
        string? error = null;
        string? correlationId = null;
        try
        {
            using var answer =
                session is not null && operation.Method == HttpMethod.Get
                    ? await session
                        .ReadAsync(
                            operation,
                            priority,
                            address,
                            async (validator, token) =>
                                (
                                    await SendAsync(operation, address, null, validator, token)
                                        .ConfigureAwait(false)
                                ).ToKeep(),
                            cancellationToken
                        )
                        .ConfigureAwait(false)
                    : await SendAsync(operation, address, body, null, cancellationToken)
                        .ConfigureAwait(false);
            status = (int)answer.Status;
            correlationId = answer.CorrelationId;
            var call = new FailedCall(
                operation.Name,
                operation.Api,
                answer.Status,
                answer.CorrelationId
            );
            if (!answer.IsSuccess)
                throw ErrorMap.FromAnswer(call, answer);
            return new ApiAnswer<T>(Read(call, answer.Content.Span, type), call, answer.ReceivedAt);
        }
        catch (Exception exception)
        {
            error = exception.GetType().Name;
            correlationId ??= (exception as HealtheIntentException)?.CorrelationId;
            throw;
        }
        finally
        {
            ClientTelemetry.End(activity, status, error, correlationId);
            ClientTelemetry.CallEnded(operation, time.GetElapsedTime(started), status, error);
        }
    }

    private async Task<ReceivedAnswer> SendAsync(
        ApiOperation operation,
        Uri address,
        byte[]? body,
        EntityTagHeaderValue? validator,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(operation.Method, address);
        operation.Attach(request);
        new CallTerms(priority, time.GetTimestamp()).Attach(request);
        request.Headers.Accept.Add(Json);
        if (validator is not null)
            request.Headers.IfNoneMatch.Add(validator);
        if (body is not null)
            request.Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
        try
        {
            var response = await transport()
                .SendAsync(request, cancellationToken)
                .ConfigureAwait(false);
            return ReceivedAnswer.Of(request, response, time);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception)
        {
            var call = new FailedCall(
                operation.Name,
                operation.Api,
                null,
                CorrelationId.Of(request)
            );
            if (ErrorMap.FromException(call, exception) is { } known)
                throw known;
            throw;
        }
    }

    private static T? Read<T>(FailedCall call, ReadOnlySpan<byte> content, JsonTypeInfo<T> type)
        where T : class
    {
        if (content.Length == 0)
            return null;
        // Text is decoded late, when it is asked for: what cannot be decoded is found here.
        if (!Utf8.IsValid(content))
            throw new ContractViolationException(call, "the answer is not UTF-8.", "$");
        try
        {
            return JsonSerializer.Deserialize(content, type)
                ?? throw new ContractViolationException(call, "the answer is null.", "$");
        }
        catch (JsonException exception)
        {
            // The exception's own message may quote the answer: it is not passed on.
            throw new ContractViolationException(
                call,
                "the answer is not the JSON that is due.",
                JsonPath.Of(exception)
            );
        }
    }
}
