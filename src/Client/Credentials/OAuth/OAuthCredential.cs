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
        var pair = ReadPair();
        var token = await _tokens
            .GetAsync(
                pair,
                stopping => RequestAsync(current, pair, send, stopping),
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
        var pair = ReadPair();
        var token = await _tokens
            .RenewAsync(
                (refused as OAuthProof)?.Token,
                pair,
                stopping => RequestAsync(current, pair, send, stopping),
                cancellationToken
            )
            .ConfigureAwait(false);
        return new OAuthProof(token, current.SignatureMethod, _clock);
    }

    public void Dispose() => _tokens.Dispose();

    private ConsumerPair ReadPair()
    {
        lock (_lock)
            return _pairs.Observe(new ConsumerPair(_key.Read(), _secret.Read()));
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
        ConsumerPair pair,
        SendRequest send,
        CancellationToken cancellationToken
    )
    {
        var client = new TokenClient(timeout, _clock, time);
        try
        {
            return await client
                .RequestAsync(current, pair, send, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TokenRefusedException refused) when (refused.IsOfCredential)
        {
            if (ReadOther(pair) is not { } other)
                throw;
            return await client
                .RequestAsync(current, other, send, cancellationToken)
                .ConfigureAwait(false);
        }
    }
}
