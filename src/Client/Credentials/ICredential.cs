namespace HealtheIntent.Client.Credentials;

/// <summary>Where proofs come from.</summary>
internal interface ICredential
{
    /// <summary>The proof to send.</summary>
    /// <param name="send">Sends a request to the service that issues tokens, where one is needed.</param>
    /// <param name="cancellationToken">Ends the wait of this caller alone.</param>
    ValueTask<IProof> GetAsync(SendRequest send, CancellationToken cancellationToken);

    /// <summary>The one other proof to try after the platform refused one; null when there is none.</summary>
    ValueTask<IProof?> GetOtherAsync(
        IProof refused,
        SendRequest send,
        CancellationToken cancellationToken
    );
}
