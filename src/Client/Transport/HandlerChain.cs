using System.Net;
using HealtheIntent.Client.Credentials;
using HealtheIntent.Client.Resilience;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HealtheIntent.Client.Transport;

/// <summary>
/// What a request passes, outermost first: correlation ID and user agent; total timeout, retry, place, breaker and attempt
/// timeout; then, once per attempt, a fresh request; the credential; the log; the body, buffered under its limit; the transport.
/// </summary>
internal static class HandlerChain
{
    public static IReadOnlyList<DelegatingHandler> Handlers(
        HealtheIntentOptions options,
        EndpointResolver endpoints,
        ICredential credential,
        ResiliencePipelines pipelines,
        TimeProvider time,
        ILoggerFactory logging
    ) =>
        [
            new RequestIdentityHandler(),
            new ResilienceHandler(pipelines.For),
            new AttemptHandler(),
            new CredentialHandler(endpoints, credential),
            new RequestLogHandler(logging.CreateLogger<HealtheIntentClient>(), time),
            new BodyBufferHandler(options.Limits.MaxResponseBytes),
        ];

    public static SocketsHttpHandler Transport() =>
        new()
        {
            // A redirect could carry the credential to another host.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // The framework's own spans carry the whole path, and with it the patient.
            ActivityHeadersPropagator = null,
        };

    public static HealtheIntentClient CreateClient(
        HealtheIntentOptions options,
        HttpMessageHandler? transport,
        TimeProvider? time,
        ILoggerFactory? logging
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var name = Options.DefaultName;
        var validation = new HealtheIntentOptionsValidator(name).Validate(name, options);
        if (validation.Failed)
            throw new OptionsValidationException(
                name,
                typeof(HealtheIntentOptions),
                validation.Failures
            );

        var clock = time ?? TimeProvider.System;
        var endpoints = EndpointResolver.From(options);
        var pipelines = new ResiliencePipelines(options.Resilience, clock);
        var credential = new SystemCredential(
            () => options.Credential,
            options.Resilience.AttemptTimeout,
            clock
        );
        var handlers = Handlers(
            options,
            endpoints,
            credential,
            pipelines,
            clock,
            logging ?? NullLoggerFactory.Instance
        );
        var invoker = new HttpMessageInvoker(
            Link(handlers, transport ?? Transport()),
            disposeHandler: true
        );
        return new HealtheIntentClient(
            new ApiCaller(() => invoker, endpoints, options, clock),
            new Owned(invoker, credential, pipelines)
        );
    }

    private static DelegatingHandler Link(
        IReadOnlyList<DelegatingHandler> handlers,
        HttpMessageHandler transport
    )
    {
        for (var i = 0; i < handlers.Count; i++)
            handlers[i].InnerHandler = i + 1 < handlers.Count ? handlers[i + 1] : transport;
        return handlers[0];
    }

    private sealed class Owned(
        HttpMessageInvoker invoker,
        SystemCredential credential,
        ResiliencePipelines pipelines
    ) : IDisposable
    {
        public void Dispose()
        {
            credential.Dispose();
            invoker.Dispose();
            pipelines.Dispose();
        }
    }
}
