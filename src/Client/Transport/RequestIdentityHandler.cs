using System.Net.Http.Headers;

namespace HealtheIntent.Client.Transport;

/// <summary>Gives a call its correlation ID, one for all its attempts, and says who is calling.</summary>
internal sealed class RequestIdentityHandler : DelegatingHandler
{
    private static readonly ProductInfoHeaderValue Product = new(
        "HealtheIntent.Client",
        typeof(RequestIdentityHandler).Assembly.GetName().Version!.ToString(3)
    );

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        request.Headers.TryAddWithoutValidation(CorrelationId.Header, CorrelationId.Create());
        request.Headers.UserAgent.Add(Product);
        return base.SendAsync(request, cancellationToken);
    }
}
