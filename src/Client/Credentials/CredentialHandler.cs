using System.Net;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Credentials;

/// <summary>
/// Adds the credential, after the address has proved to be the platform's. When the platform refuses it and there is
/// another to try, sends once more; the retry does not count that.
/// </summary>
internal sealed class CredentialHandler(EndpointResolver endpoints, ICredential credential)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.RequestUri is not { } address || !endpoints.Allows(address))
            throw new UntrustedAddressException();

        var proof = await credential
            .GetAsync(base.SendAsync, cancellationToken)
            .ConfigureAwait(false);
        proof.Attach(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is not HttpStatusCode.Unauthorized)
            return response;

        IProof? other;
        try
        {
            other = await credential
                .GetOtherAsync(proof, base.SendAsync, cancellationToken)
                .ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
        if (other is null)
            return response;

        response.Dispose();
        using var again = await RequestCopy
            .OfAsync(request, cancellationToken)
            .ConfigureAwait(false);
        other.Attach(again);
        return await base.SendAsync(again, cancellationToken).ConfigureAwait(false);
    }
}
