using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
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
        using var request = new HttpRequestMessage(operation.Method, address);
        operation.Attach(request);
        request.Headers.Accept.Add(Json);
        if (body is not null)
            request.Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };

        using var response = await SendAsync(operation, request, cancellationToken)
            .ConfigureAwait(false);
        var call = new FailedCall(
            operation.Name,
            operation.Api,
            response.StatusCode,
            CorrelationId.Of(response) ?? CorrelationId.Of(request)
        )
        {
            Hints = AnswerHints.Of(address, response),
        };
        var content = ((BufferedBody)response.Content).Bytes.Span;
        if (!response.IsSuccessStatusCode)
            throw ErrorMap.FromAnswer(call, response, content, time);
        return new ApiAnswer<T>(Read(call, content, type), call, time.GetUtcNow());
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
