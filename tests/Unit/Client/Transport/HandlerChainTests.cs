using HealtheIntent.Client;
using HealtheIntent.Client.Credentials;
using HealtheIntent.Client.Resilience;
using HealtheIntent.Client.Transport;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;

namespace HeiChartViewer.Tests.Unit.Client.Transport;

public sealed class HandlerChainTests
{
    // The credential is inside the retry, so that each attempt has the newest; the body is inside the attempt, so that
    // its timeout covers it; the log is inside the credential and cannot see a request that was never trusted.
    private static readonly Type[] Order =
    [
        typeof(RequestIdentityHandler),
        typeof(ResilienceHandler),
        typeof(AttemptHandler),
        typeof(CredentialHandler),
        typeof(RequestLogHandler),
        typeof(BodyBufferHandler),
    ];

    [Fact]
    public void The_order_is_the_one_written_down()
    {
        using var pipelines = new ResiliencePipelines(new ResilienceOptions(), TimeProvider.System);
        var handlers = HandlerChain.Handlers(
            Wire.Options(),
            EndpointResolver.From(Wire.Options()),
            new BearerCredential(() => new CredentialOptions()),
            pipelines,
            TimeProvider.System,
            NullLoggerFactory.Instance
        );

        Assert.Equal(Order, handlers.Select(handler => handler.GetType()));
    }

    [Fact]
    public async Task The_container_builds_the_same_order()
    {
        var transport = StubTransport.Ok("{}");
        var services = new ServiceCollection();
        services
            .AddHealtheIntent(options =>
            {
                options.BaseAddress = new Uri("https://gateway.example/");
                options.Credential.BearerToken = "x";
            })
            .ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();

        var handler = provider
            .GetRequiredService<IHttpMessageHandlerFactory>()
            .CreateHandler("HealtheIntent");

        var found = new List<Type>();
        for (; handler is DelegatingHandler delegating; handler = delegating.InnerHandler!)
            if (Order.Contains(delegating.GetType()))
                found.Add(delegating.GetType());
        Assert.Equal(Order, found);
        Assert.Same(transport, handler);
    }

    [Fact]
    public void The_transport_follows_no_redirect_keeps_no_cookie_and_traces_no_address()
    {
        using var transport = HandlerChain.Transport();

        Assert.False(transport.AllowAutoRedirect);
        Assert.False(transport.UseCookies);
        Assert.Null(transport.ActivityHeadersPropagator);
    }
}
