namespace HealtheIntent.Client.Transport;

/// <summary>Sends a fresh request for each attempt, so that nothing one attempt did can reach the next.</summary>
internal sealed class AttemptHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var attempt = await RequestCopy
            .OfAsync(request, cancellationToken)
            .ConfigureAwait(false);
        return await base.SendAsync(attempt, cancellationToken).ConfigureAwait(false);
    }
}
