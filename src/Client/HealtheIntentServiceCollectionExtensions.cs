using HealtheIntent.Client.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HealtheIntent.Client;

/// <summary>
/// Adds clients to a service container: one without a name, and as many with a name as there are other tenants. Adding one
/// again configures it further, and adds no second one.
/// </summary>
public static class HealtheIntentServiceCollectionExtensions
{
    /// <summary>Adds a shared <see cref="HealtheIntentClient"/>, configured in code.</summary>
    /// <returns>The builder of the underlying HTTP client, to replace its primary handler for instance.</returns>
    public static IHttpClientBuilder AddHealtheIntent(
        this IServiceCollection services,
        Action<HealtheIntentOptions> configure
    ) => services.AddHealtheIntent(Options.DefaultName, configure);

    /// <summary>Adds a shared <see cref="HealtheIntentClient"/>, configured by a section, whose credential may change while it runs.</summary>
    /// <returns>The builder of the underlying HTTP client, to replace its primary handler for instance.</returns>
    public static IHttpClientBuilder AddHealtheIntent(
        this IServiceCollection services,
        IConfiguration section
    ) => services.AddHealtheIntent(Options.DefaultName, section);

    /// <summary>
    /// Adds a <see cref="HealtheIntentClient"/> that is a service with its name as the key, configured in code: for a second
    /// tenant. Nothing is shared with the others.
    /// </summary>
    /// <returns>The builder of the underlying HTTP client, to replace its primary handler for instance.</returns>
    public static IHttpClientBuilder AddHealtheIntent(
        this IServiceCollection services,
        string name,
        Action<HealtheIntentOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.Add(name, "", options => options.Configure(configure));
    }

    /// <summary>
    /// Adds a <see cref="HealtheIntentClient"/> that is a service with its name as the key, configured by a section: for a
    /// second tenant. Nothing is shared with the others.
    /// </summary>
    /// <returns>The builder of the underlying HTTP client, to replace its primary handler for instance.</returns>
    public static IHttpClientBuilder AddHealtheIntent(
        this IServiceCollection services,
        string name,
        IConfiguration section
    )
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.Add(
            name,
            (section as IConfigurationSection)?.Path ?? "",
            options => options.Bind(section)
        );
    }

    private static IHttpClientBuilder Add(
        this IServiceCollection services,
        string name,
        string section,
        Action<OptionsBuilder<HealtheIntentOptions>> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        configure(services.AddOptions<HealtheIntentOptions>(name));
        var known = services
            .Where(service => !service.IsKeyedService)
            .Select(service => service.ImplementationInstance)
            .OfType<HealtheIntentOptionsValidator>()
            .FirstOrDefault(validator => validator.Name == name);
        if (known is null)
            services.AddClient(known = new HealtheIntentOptionsValidator(name));
        if (section.Length > 0)
            known.Section = section;
        return services.AddHttpClient(ContainerClient.HttpClientName(name));
    }

    private static void AddClient(
        this IServiceCollection services,
        HealtheIntentOptionsValidator validator
    )
    {
        var name = validator.Name;
        services.AddOptions<HealtheIntentOptions>(name).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HealtheIntentOptions>>(validator);
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddKeyedSingleton(name, (provider, _) => new ContainerClient(provider, name));
        services.AddKeyedSingleton(name, (provider, _) => Of(provider, name).Client);
        services.AddKeyedSingleton(name, (provider, _) => Of(provider, name).Endpoints);
        if (name == Options.DefaultName)
        {
            services.TryAddSingleton(provider => Of(provider, name).Client);
            services.TryAddSingleton(provider => Of(provider, name).Endpoints);
        }

        services
            .AddHttpClient(ContainerClient.HttpClientName(name))
            // The factory's own log has the whole path, and with it the patient.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(HandlerChain.Transport)
            // The transport replaces its connections itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers(
                (handlers, provider) =>
                {
                    foreach (var handler in Of(provider, name).Handlers())
                        handlers.Add(handler);
                }
            );
    }

    private static ContainerClient Of(IServiceProvider provider, string name) =>
        provider.GetRequiredKeyedService<ContainerClient>(name);
}
