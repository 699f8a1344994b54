using System.Net;
using System.Text;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>Asks the token service, and reads what it says (contract 2.3).</summary>
internal sealed class TokenClient(TimeSpan timeout, OAuthClock clock, TimeProvider time)
{
    /// <exception cref="TokenRefusedException">The service issued none.</exception>
    /// <exception cref="TokenServiceUnavailableException">The service did not answer.</exception>
    /// <exception cref="TokenUnreadableException">The service answered with something else.</exception>
    public async Task<OAuthToken> RequestAsync(
        OAuthOptions options,
        ConsumerPair consumer,
        SendRequest send,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await AskAsync(options, consumer, send, cancellationToken).ConfigureAwait(false);
        }
        catch (TokenRefusedException refused)
            when (refused is { Problem.Code: "timestamp_refused", ServerTime: { } serverTime }
                && options.SignatureMethod is OAuthSignatureMethod.HmacSha1
            )
        {
            clock.SetTo(serverTime);
        }
        return await AskAsync(options, consumer, send, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OAuthToken> AskAsync(
        OAuthOptions options,
        ConsumerPair consumer,
        SendRequest send,
        CancellationToken cancellationToken
    )
    {
        var asked = new TokenRequest(options, consumer, clock);
        using var request = asked.Create();
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            limit.Token
        );
        try
        {
            using var response = await send(request, either.Token).ConfigureAwait(false);
            var content = await response
                .Content.ReadAsByteArrayAsync(either.Token)
                .ConfigureAwait(false);
            Check(response);
            return OAuthToken.Read(
                    Encoding.UTF8.GetString(content),
                    consumer.Key,
                    asked.AccessorSecret,
                    time.GetUtcNow()
                ) ?? throw new TokenUnreadableException();
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TokenServiceUnavailableException(UnavailableReason.TimedOut);
        }
    }

    private static void Check(HttpResponseMessage response)
    {
        switch (response.StatusCode)
        {
            case >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices:
                return;
            case >= HttpStatusCode.InternalServerError
            or HttpStatusCode.RequestTimeout
            or HttpStatusCode.TooManyRequests:
                throw new TokenServiceUnavailableException(
                    UnavailableReason.ServerError,
                    response.StatusCode
                );
            case >= HttpStatusCode.BadRequest:
                throw new TokenRefusedException(
                    response.StatusCode,
                    CorrelationId.Of(response),
                    OAuthChallenge.Of(response),
                    response.Headers.Date
                );
            default:
                // A redirect is not followed: it could carry the secret to another host.
                throw new TokenUnreadableException();
        }
    }
}
