using System.Net;
using System.Text.Json;
using HealtheIntent.Client.Credentials;
using HealtheIntent.Client.Credentials.OAuth;
using HealtheIntent.Client.Json;
using HealtheIntent.Client.Resilience;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace HealtheIntent.Client.Transport;

/// <summary>The one place that says which error a status or a failure is (contract 8.4).</summary>
internal static class ErrorMap
{
    public static HealtheIntentException FromAnswer(FailedCall call, ReceivedAnswer answer) =>
        answer.Status switch
        {
            HttpStatusCode.Unauthorized => new UnauthorizedException(call),
            HttpStatusCode.Forbidden => new NotGrantedException(call),
            HttpStatusCode.NotFound => new NotFoundException(call),
            HttpStatusCode.Conflict => new AmbiguousException(call),
            HttpStatusCode.TooManyRequests => new ThrottledException(call, answer.RetryAfter),
            HttpStatusCode.RequestTimeout => new UnavailableException(
                call,
                UnavailableReason.TimedOut
            ),
            >= HttpStatusCode.InternalServerError => new UnavailableException(
                call,
                UnavailableReason.ServerError,
                retryAfter: answer.RetryAfter
            ),
            >= HttpStatusCode.BadRequest => new InvalidRequestException(
                call,
                ReadDetails(answer.Content.Span)
            ),
            // A redirect is not followed: it could carry the credential to another host.
            _ => new ContractViolationException(call, "the answer has a status that is not due."),
        };

    /// <summary>The typed error for a failure to get an answer; null for one that is a defect of this client.</summary>
    public static HealtheIntentException? FromException(FailedCall call, Exception exception) =>
        exception switch
        {
            TimeoutRejectedException => new UnavailableException(
                call,
                UnavailableReason.TimedOut,
                exception
            ),
            BrokenCircuitException broken => new UnavailableException(
                call,
                UnavailableReason.CircuitOpen,
                exception,
                broken.RetryAfter
            ),
            NoTurnException { Throttled: true } refused => new ThrottledException(
                call,
                refused.RetryAfter
            ),
            NoTurnException => new UnavailableException(call, UnavailableReason.Busy, exception),
            CredentialUnreadableException => new UnauthorizedException(call, exception),
            TokenRefusedException refused => new UnauthorizedException(
                call with
                {
                    Status = refused.Status,
                    CorrelationId = refused.CorrelationId ?? call.CorrelationId,
                    Hints = new AnswerHints { Problem = refused.Problem },
                },
                exception
            ),
            TokenServiceUnavailableException unavailable => new UnavailableException(
                call with
                {
                    Status = unavailable.StatusCode,
                },
                unavailable.Reason,
                exception
            ),
            TokenUnreadableException => new ContractViolationException(
                call,
                "the token service's answer holds no token."
            ),
            UntrustedAddressException => new ContractViolationException(
                call,
                "the address is not the platform's, so nothing was sent."
            ),
            OversizedBodyException => new ContractViolationException(
                call,
                "the answer has more bytes than the limit."
            ),
            BrokenBodyException => new UnavailableException(
                call,
                UnavailableReason.Truncated,
                exception
            ),
            HttpRequestException or IOException => new UnavailableException(
                call,
                UnavailableReason.Unreachable,
                exception
            ),
            OperationCanceledException => new UnavailableException(
                call,
                UnavailableReason.TimedOut,
                exception
            ),
            _ => null,
        };

    private static InvalidRequestDetail[] ReadDetails(ReadOnlySpan<byte> content)
    {
        try
        {
            var reply = JsonSerializer.Deserialize(content, HealtheIntentJson.Default.ErrorReply);
            return [.. (reply?.ErrorDetails ?? []).OfType<InvalidRequestDetail>()];
        }
        catch (JsonException)
        {
            // A gateway in between answers with its own page; the status alone has to do.
            return [];
        }
    }
}
