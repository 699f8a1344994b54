using HealtheIntent.Client.Credentials.OAuth;

namespace HealtheIntent.Client.Credentials;

/// <summary>The system account's credential, of the kind the options have just now.</summary>
internal sealed class SystemCredential(
    Func<CredentialOptions> options,
    TimeSpan tokenTimeout,
    TimeProvider time
) : ICredential, IDisposable
{
    private readonly BearerCredential _bearer = new(options);
    private readonly OAuthCredential _oauth = new(options, tokenTimeout, time);

    private ICredential Current =>
        options() is { Bearer.Given: 0, Key.Given: > 0 } ? _oauth : _bearer;

    public ValueTask<IProof> GetAsync(SendRequest send, CancellationToken cancellationToken) =>
        Current.GetAsync(send, cancellationToken);

    public ValueTask<IProof?> GetOtherAsync(
        IProof refused,
        SendRequest send,
        CancellationToken cancellationToken
    ) => Current.GetOtherAsync(refused, send, cancellationToken);

    public void Dispose() => _oauth.Dispose();
}
