using System.Net;
using System.Text;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>Asks the token service, and reads what it says (contract 2.3).</summary>
internal sealed class TokenClient(TimeSpan timeout, OAuthClock clock, TimeProvider time)
{
    /// <param name="options">How to ask.</param>
    /// <param name="consumer">What to ask with.</param>
    /// <param name="renewed">The token that the new one takes the place of; null for one of an authorization of its own.</param>
    /// <param name="send">Sends the request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="TokenRefusedException">The service issued none.</exception>
    /// <exception cref="TokenServiceUnavailableException">The service did not answer.</exception>
    /// <exception cref="TokenUnreadableException">The service answered with something else.</exception>
    public async Task<OAuthToken> RequestAsync(
        OAuthOptions options,
        ConsumerPair consumer,
        OAuthToken? renewed,
        SendRequest send,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await AskAsync(options, consumer, renewed, send, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TokenRefusedException refused)
            when (refused is { Problem.Code: "timestamp_refused", ServerTime: { } serverTime }
                && options.SignatureMethod is OAuthSignatureMethod.HmacSha1
            )
        {
            clock.SetTo(serverTime);
        }
        return await AskAsync(options, consumer, renewed, send, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<OAuthToken> AskAsync(
        OAuthOptions options,
        ConsumerPair consumer,
        OAuthToken? renewed,
        SendRequest send,
        CancellationToken cancellationToken
    )
    {
        var asked = new TokenRequest(options, consumer, renewed, clock);
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
                    new TokenTerms(consumer, options.TokenAddress, options.Principal),
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
