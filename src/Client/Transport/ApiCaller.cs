using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client.Transport;

/// <summary>ALL traffic to the platform goes through here: a request goes out, a value or a typed error comes back.</summary>
internal sealed class ApiCaller(
    Func<HttpMessageInvoker> transport,
    EndpointResolver endpoints,
    HealtheIntentOptions options,
    TimeProvider time
)
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    public LimitOptions Limits => options.Limits;

    public EndpointResolver Endpoints => endpoints;

    public TimeProvider Time => time;

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

    public async Task<ApiAnswer<T>> SendAsync<T>(
        ApiOperation operation,
        Uri address,
        JsonTypeInfo<T> type,
        byte[]? body,
        CancellationToken cancellationToken
    )
        where T : class
    {
        using var request = new HttpRequestMessage(operation.Method, address);
        request.Headers.Accept.Add(Json);
        if (body is not null)
            request.Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };

        using var answer = await OpenAsync(operation, request, cancellationToken)
            .ConfigureAwait(false);
        var content = ((BufferedBody)answer.Response.Content).Bytes.Span;
        return new ApiAnswer<T>(
            AnswerBody.Read(answer.Call, content, type),
            answer.Call,
            time.GetUtcNow()
        );
    }

    /// <summary>Sends a request of the caller's, and hands the successful answer over with its body unread.</summary>
    public async Task<OpenAnswer> OpenAsync(
        ApiOperation operation,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        operation.Attach(request);
        var response = await SendAsync(operation, request, cancellationToken).ConfigureAwait(false);
        var call = new FailedCall(
            operation.Name,
            operation.Api,
            response.StatusCode,
            CorrelationId.Of(response) ?? CorrelationId.Of(request)
        )
        {
            Hints = AnswerHints.Of(request.RequestUri!, response),
        };
        if (response.IsSuccessStatusCode)
            return new OpenAnswer(response, call);
        using (response)
            throw ErrorMap.FromAnswer(
                call,
                response,
                ((BufferedBody)response.Content).Bytes.Span,
                time
            );
    }

    private async Task<HttpResponseMessage> SendAsync(
        ApiOperation operation,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
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
}
