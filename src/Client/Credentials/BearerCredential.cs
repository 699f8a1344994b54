namespace HealtheIntent.Client.Credentials;

/// <summary>The bearer token, which is replaced while the client runs (contract 2.2).</summary>
internal sealed class BearerCredential(Func<CredentialOptions> options) : ICredential
{
    private readonly Lock _lock = new();
    private readonly SecretSource _source = new(() => options().Bearer);
    private readonly Rotation<string> _tokens = new();

    public ValueTask<IProof> GetAsync(SendRequest send, CancellationToken cancellationToken)
    {
        lock (_lock)
            return new(new BearerProof(_tokens.Observe(_source.Read())));
    }

    public ValueTask<IProof?> GetOtherAsync(
        IProof refused,
        SendRequest send,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            _tokens.Observe(_source.Reread());
            return new(
                _tokens.OtherThan((refused as BearerProof)?.Token) is { } other
                    ? new BearerProof(other)
                    : null
            );
        }
    }
}
