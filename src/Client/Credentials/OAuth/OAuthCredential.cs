namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>A consumer key and its secret, which tokens are asked for with (contract 2.3); either may be replaced meanwhile.</summary>
internal sealed class OAuthCredential(
    Func<CredentialOptions> options,
    TimeSpan timeout,
    TimeProvider time
) : ICredential, IDisposable
{
    private readonly Lock _lock = new();
    private readonly SecretSource _key = new(() => options().Key);
    private readonly SecretSource _secret = new(() => options().Secret);
    private readonly Rotation<ConsumerPair> _pairs = new();
    private readonly TokenCache _tokens = new(time);
    private readonly OAuthClock _clock = new(time);

    public async ValueTask<IProof> GetAsync(SendRequest send, CancellationToken cancellationToken)
    {
        var current = options().OAuth;
        var token = await _tokens
            .GetAsync(
                ReadTerms,
                (terms, renewed, stopping) => RequestAsync(current, terms, renewed, send, stopping),
                cancellationToken
            )
            .ConfigureAwait(false);
        return new OAuthProof(token, current.SignatureMethod, _clock);
    }

    public async ValueTask<IProof?> GetOtherAsync(
        IProof refused,
        SendRequest send,
        CancellationToken cancellationToken
    )
    {
        var current = options().OAuth;
        var token = await _tokens
            .RenewAsync(
                (refused as OAuthProof)?.Token,
                ReadTerms,
                (terms, renewed, stopping) => RequestAsync(current, terms, renewed, send, stopping),
                cancellationToken
            )
            .ConfigureAwait(false);
        return new OAuthProof(token, current.SignatureMethod, _clock);
    }

    public void Dispose() => _tokens.Dispose();

    private TokenTerms ReadTerms()
    {
        var current = options().OAuth;
        lock (_lock)
            return new TokenTerms(
                _pairs.Observe(new ConsumerPair(_key.Read(), _secret.Read())),
                current.TokenAddress,
                current.Principal
            );
    }

    private ConsumerPair? ReadOther(ConsumerPair refused)
    {
        lock (_lock)
        {
            _pairs.Observe(new ConsumerPair(_key.Reread(), _secret.Reread()));
            return _pairs.OtherThan(refused);
        }
    }

    private async Task<OAuthToken> RequestAsync(
        OAuthOptions current,
        TokenTerms terms,
        OAuthToken? renewed,
        SendRequest send,
        CancellationToken cancellationToken
    )
    {
        var client = new TokenClient(timeout, _clock, time);
        try
        {
            if (
                renewed is { Session: { } session }
                && renewed.Terms == terms
                && session.Lasts(time.GetUtcNow())
            )
                return await client
                    .RequestAsync(current, terms.Consumer, renewed, send, cancellationToken)
                    .ConfigureAwait(false);
        }
        catch (Exception refused)
            when (refused is TokenRefusedException or TokenUnreadableException)
        {
            // The authorization has ended, or the service renews nothing: a new one is asked for.
        }
        try
        {
            return await client
                .RequestAsync(current, terms.Consumer, null, send, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TokenRefusedException refused) when (refused.IsOfCredential)
        {
            if (ReadOther(terms.Consumer) is not { } other)
                throw;
            return await client
                .RequestAsync(current, other, null, send, cancellationToken)
                .ConfigureAwait(false);
        }
    }
}
