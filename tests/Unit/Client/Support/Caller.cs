using HealtheIntent.Client;
using HealtheIntent.Client.Transport;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>The inside of a client, for what is built on it: no credential, no retry, the test's transport.</summary>
internal static class Caller
{
    public static ApiCaller Over(HttpMessageHandler transport, int maxPages = 1000)
    {
        var options = Wire.Options();
        options.Limits.MaxPages = maxPages;
        var invoker = new HttpMessageInvoker(
            new BodyBufferHandler(options.Limits.MaxResponseBytes) { InnerHandler = transport }
        );
        return new ApiCaller(
            () => invoker,
            EndpointResolver.From(options),
            options,
            new SkippingTimeProvider()
        );
    }
}
