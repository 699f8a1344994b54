using System.Reflection;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Web.Security;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Tenants;

/// <summary>Whoever asks HealtheIntent has to say for whom: there is no client to be had by mistake.</summary>
public sealed class TenantClientsTests
{
    private const BindingFlags All =
        BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private static readonly Type[] Reaching =
    [
        typeof(HealtheIntentClient),
        typeof(EndpointResolver),
        typeof(IOptions<HealtheIntentOptions>),
        typeof(IOptionsMonitor<HealtheIntentOptions>),
    ];

    [Fact]
    public async Task A_client_without_a_tenants_name_is_no_service()
    {
        await using var app = LiveViewer.Build(new ViewerMode(null as Uri) { HasProvider = true });

        Assert.Null(app.Services.GetService<HealtheIntentClient>());
        Assert.Null(app.Services.GetService<EndpointResolver>());
        Assert.ThrowsAny<OptionsValidationException>(() =>
            app.Services.GetRequiredService<IOptions<HealtheIntentOptions>>().Value
        );
    }

    /// <summary>The doctor tries a tenant out, is handed its client for that, and shows nobody's record.</summary>
    [Fact]
    public void Nobody_holds_a_client_but_who_gives_it_out_by_tenant()
    {
        var holders =
            from type in typeof(TenantClients).Assembly.GetTypes()
            where type.Namespace != "HeiChartViewer.Web.Hosting.Doctor"
            where
                type.GetFields(All)
                    .Select(field => field.FieldType)
                    .Concat(type.GetProperties(All).Select(property => property.PropertyType))
                    .Concat(
                        type.GetConstructors(All)
                            .SelectMany(constructor => constructor.GetParameters())
                            .Select(parameter => parameter.ParameterType)
                    )
                    .Any(Reaches)
            where !type.Name.Contains('<', StringComparison.Ordinal)
            select type.Name;

        Assert.Equal([nameof(TenantClients)], holders);
    }

    private static bool Reaches(Type type) =>
        Reaching.Contains(type) || type.GetGenericArguments().Any(Reaches);
}
