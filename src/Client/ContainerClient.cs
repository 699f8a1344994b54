using HealtheIntent.Client.Credentials;
using HealtheIntent.Client.Resilience;
using HealtheIntent.Client.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HealtheIntent.Client;

/// <summary>One client of a service container, with all that is its own: options, endpoints, credential, pace and breakers.</summary>
internal sealed class ContainerClient : IDisposable
{
    private readonly HealtheIntentOptions _options;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _logging;
    private readonly SystemCredential _credential;
    private readonly ResiliencePipelines _pipelines;

    public ContainerClient(IServiceProvider provider, string name)
    {
        var monitor = provider.GetRequiredService<IOptionsMonitor<HealtheIntentOptions>>();
        _options = monitor.Get(name);
        _time = provider.GetRequiredService<TimeProvider>();
        _logging = provider.GetRequiredService<ILoggerFactory>();
        Endpoints = EndpointResolver.From(_options);
        _pipelines = new ResiliencePipelines(_options.Resilience, _time);
        var credential = _options.Credential;
        _credential = new SystemCredential(
            () => credential = Newest(monitor, name, credential),
            _options.Resilience.AttemptTimeout,
            _time
        );
        var factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        var httpClient = HttpClientName(name);
        Client = new HealtheIntentClient(
            new ApiCaller(
                // An HttpClient would buffer what is to be streamed.
                () =>
                    new HttpMessageInvoker(
                        factory.CreateHandler(httpClient),
                        disposeHandler: false
                    ),
                Endpoints,
                _options,
                _time
            )
        );
    }

    public HealtheIntentClient Client { get; }

    public EndpointResolver Endpoints { get; }

    public static string HttpClientName(string name) =>
        name.Length == 0 ? "HealtheIntent" : $"HealtheIntent:{name}";

    public IReadOnlyList<DelegatingHandler> Handlers() =>
        HandlerChain.Handlers(_options, Endpoints, _credential, _pipelines, _time, _logging);

    public void Dispose()
    {
        _credential.Dispose();
        _pipelines.Dispose();
    }

    /// <summary>A configuration that was spoilt while running does not take away the credential that works.</summary>
    private static CredentialOptions Newest(
        IOptionsMonitor<HealtheIntentOptions> monitor,
        string name,
        CredentialOptions last
    )
    {
        try
        {
            return monitor.Get(name).Credential;
        }
        catch (Exception exception)
            when (exception is OptionsValidationException or InvalidOperationException)
        {
            return last;
        }
    }
}
