namespace HealtheIntent.Client.Credentials;

/// <summary>Sends a request as it is: logged and its answer buffered, but neither retried nor given a credential.</summary>
internal delegate Task<HttpResponseMessage> SendRequest(
    HttpRequestMessage request,
    CancellationToken cancellationToken
);
