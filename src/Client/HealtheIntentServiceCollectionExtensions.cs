using HealtheIntent.Client.Credentials;
using HealtheIntent.Client.Resilience;
using HealtheIntent.Client.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HealtheIntent.Client;

/// <summary>Adds the client to a service container.</summary>
public static class HealtheIntentServiceCollectionExtensions
{
    private const string HttpClientName = "HealtheIntent";

    /// <summary>Adds a shared <see cref="HealtheIntentClient"/>, configured in code.</summary>
    /// <returns>The builder of the underlying HTTP client, to replace its primary handler for instance.</returns>
    public static IHttpClientBuilder AddHealtheIntent(
        this IServiceCollection services,
        Action<HealtheIntentOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<HealtheIntentOptions>().Configure(configure);
        return services.AddHealtheIntent(HttpClientName);
    }

    /// <summary>Adds a shared <see cref="HealtheIntentClient"/>, configured by a section, whose credential may change while it runs.</summary>
    /// <returns>The builder of the underlying HTTP client, to replace its primary handler for instance.</returns>
    public static IHttpClientBuilder AddHealtheIntent(
        this IServiceCollection services,
        IConfiguration section
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<HealtheIntentOptions>().Bind(section);
        return services.AddHealtheIntent((section as IConfigurationSection)?.Path ?? "");
    }

    private static IHttpClientBuilder AddHealtheIntent(
        this IServiceCollection services,
        string section
    )
    {
        services.AddOptions<HealtheIntentOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<HealtheIntentOptions>>(
            new HealtheIntentOptionsValidator(section)
        );
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => EndpointResolver.From(Options(provider)));
        services.TryAddSingleton(provider => new ResiliencePipelines(
            Options(provider).Resilience,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.TryAddSingleton(provider =>
        {
            var monitor = provider.GetRequiredService<IOptionsMonitor<HealtheIntentOptions>>();
            var current = monitor.CurrentValue.Credential;
            return new SystemCredential(
                () => current = Newest(monitor, current),
                Options(provider).Resilience.AttemptTimeout,
                provider.GetRequiredService<TimeProvider>()
            );
        });
        services.TryAddSingleton(provider =>
        {
            var factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
            return new HealtheIntentClient(
                new ApiCaller(
                    // An HttpClient would buffer what is to be streamed.
                    () =>
                        new HttpMessageInvoker(
                            factory.CreateHandler(HttpClientName),
                            disposeHandler: false
                        ),
                    provider.GetRequiredService<EndpointResolver>(),
                    Options(provider),
                    provider.GetRequiredService<TimeProvider>()
                )
            );
        });

        return services
            .AddHttpClient(HttpClientName)
            // The factory's own log has the whole path, and with it the patient.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(HandlerChain.Transport)
            // The transport replaces its connections itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers(
                static (handlers, provider) =>
                {
                    foreach (var handler in Handlers(provider))
                        handlers.Add(handler);
                }
            );
    }

    private static IReadOnlyList<DelegatingHandler> Handlers(IServiceProvider provider) =>
        HandlerChain.Handlers(
            Options(provider),
            provider.GetRequiredService<EndpointResolver>(),
            provider.GetRequiredService<SystemCredential>(),
            provider.GetRequiredService<ResiliencePipelines>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()
        );

    /// <summary>A configuration that was spoilt while running does not take away the credential that works.</summary>
    private static CredentialOptions Newest(
        IOptionsMonitor<HealtheIntentOptions> monitor,
        CredentialOptions last
    )
    {
        try
        {
            return monitor.CurrentValue.Credential;
        }
        catch (Exception exception)
            when (exception is OptionsValidationException or InvalidOperationException)
        {
            return last;
        }
    }

    private static HealtheIntentOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<HealtheIntentOptions>>().Value;
}
