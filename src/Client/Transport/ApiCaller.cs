using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
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

    public TimeProvider Time => time;

    /// <summary>A caller that shares everything with this one, and its reads among themselves.</summary>
    public ApiCaller In(ReadSession session) =>
        new(transport, endpoints, options, time, session, priority);

    /// <summary>A caller whose calls nobody waits for.</summary>
    public ApiCaller InBackground() =>
        new(transport, endpoints, options, time, session, CallPriority.Background);

    /// <summary>Gets one thing. An answer without it is an error.</summary>
    public async Task<T> GetAsync<T>(
        ApiOperation operation,
        ApiAddress address,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var answer = await SendAsync(operation, address.ToUri(), type, null, cancellationToken)
            .ConfigureAwait(false);
        return answer.RequireValue();
    }

    public Task<ApiAnswer<T>> SendAsync<T>(
        ApiOperation operation,
        Uri address,
        JsonTypeInfo<T> type,
        byte[]? body,
        CancellationToken cancellationToken
    )
        where T : class =>
        MeasureAsync(
            operation,
            async observed =>
            {
                using var answer = await ReceiveAsync(operation, address, body, cancellationToken)
                    .ConfigureAwait(false);
                var call = observed.Call = answer.Describe(operation);
                if (!answer.IsSuccess)
                    throw ErrorMap.FromAnswer(call, answer);
                return new ApiAnswer<T>(
                    AnswerBody.Read(call, answer.Content.Span, type),
                    call,
                    answer.ReceivedAt
                );
            },
            cancellationToken
        );

    /// <summary>
    /// Sends a request of the caller's, and hands the successful answer over with its body unread: it has one reader, so a
    /// session never shares it.
    /// </summary>
    public Task<OpenAnswer> OpenAsync(
        ApiOperation operation,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) =>
        MeasureAsync(
            operation,
            async observed =>
            {
                var response = await SendAsync(operation, request, cancellationToken)
                    .ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                    return new OpenAnswer(
                        response,
                        observed.Call = FailedCall.Of(operation, request, response)
                    );
                using var answer = ReceivedAnswer.Of(request, response, time);
                throw ErrorMap.FromAnswer(observed.Call = answer.Describe(operation), answer);
            },
            cancellationToken
        );

    private async Task<T> MeasureAsync<T>(
        ApiOperation operation,
        Func<ObservedCall, Task<T>> send,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = time.GetTimestamp();
        using var activity = ClientTelemetry.StartCall(operation);
        var observed = new ObservedCall();
        string? error = null;
        try
        {
            return await send(observed).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = exception.GetType().Name;
            observed.CorrelationId ??= (exception as HealtheIntentException)?.CorrelationId;
            throw;
        }
        finally
        {
            ClientTelemetry.End(activity, observed.Status, error, observed.CorrelationId);
            ClientTelemetry.CallEnded(
                operation,
                endpoints.Host,
                time.GetElapsedTime(started),
                observed.Status,
                error
            );
        }
    }

    private async Task<ReceivedAnswer> ReceiveAsync(
        ApiOperation operation,
        Uri address,
        byte[]? body,
        CancellationToken cancellationToken
    ) =>
        session is null || operation.Method != HttpMethod.Get
            ? await SendAsync(operation, address, body, null, cancellationToken)
                .ConfigureAwait(false)
            : await session
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
                .ConfigureAwait(false);

    private async Task<ReceivedAnswer> SendAsync(
        ApiOperation operation,
        Uri address,
        byte[]? body,
        EntityTagHeaderValue? validator,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(operation.Method, address);
        request.Headers.Accept.Add(Json);
        if (validator is not null)
            request.Headers.IfNoneMatch.Add(validator);
        if (body is not null)
            request.Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
        var response = await SendAsync(operation, request, cancellationToken).ConfigureAwait(false);
        return ReceivedAnswer.Of(request, response, time);
    }

    private async Task<HttpResponseMessage> SendAsync(
        ApiOperation operation,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        operation.Attach(request);
        new CallProgress(priority, time.GetTimestamp()).Attach(request);
        try
        {
            return await transport().SendAsync(request, cancellationToken).ConfigureAwait(false);
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

    /// <summary>What the meters and traces learn of a call while it runs.</summary>
    private sealed class ObservedCall
    {
        public int? Status { get; private set; }
        public string? CorrelationId { get; set; }

        public FailedCall Call
        {
            set => (Status, CorrelationId) = ((int?)value.Status, value.CorrelationId);
        }
    }
}
