using System.Net;
using System.Net.Http.Headers;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Credentials;

/// <summary>
/// Adds the bearer token, after the address has proved to be the platform's. When the platform refuses the token and a
/// new one is there by now, sends once more; the retry does not count that.
/// </summary>
internal sealed class BearerHandler(EndpointResolver endpoints, BearerCredential credential)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.RequestUri is not { } address || !endpoints.Allows(address))
            throw new UntrustedAddressException();

        var token = credential.Read();
        var response = await SendAsync(request, token, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is not HttpStatusCode.Unauthorized)
            return response;
        var renewed = credential.Reread();
        if (renewed == token)
            return response;

        response.Dispose();
        using var again = await RequestCopy
            .OfAsync(request, cancellationToken)
            .ConfigureAwait(false);
        return await SendAsync(again, renewed, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        string token,
        CancellationToken cancellationToken
    )
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
