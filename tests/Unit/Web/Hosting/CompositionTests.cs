using System.Reflection;
using HeiChartViewer.Flux;
using HeiChartViewer.Web;
using HeiChartViewer.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Hosting;

public sealed class CompositionTests
{
    [Fact]
    public async Task Every_feature_reducer_and_effect_finds_what_it_needs()
    {
        await using var app = Build();
        await using var circuit = app.Services.CreateAsyncScope();

        var store = circuit.ServiceProvider.GetRequiredService<IStore>();

        Assert.Equal(21, store.Features.Count);
    }

    [Fact]
    public async Task Every_component_finds_what_it_injects()
    {
        await using var app = Build();
        var registered = app.Services.GetRequiredService<IServiceProviderIsService>();
        var missing =
            from component in typeof(Program).Assembly.GetTypes()
            where
                typeof(IComponent).IsAssignableFrom(component)
                && !component.IsAbstract
                && !component.ContainsGenericParameters
            from property in component.GetProperties(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
            )
            where
                property.IsDefined(typeof(InjectAttribute))
                && !registered.IsService(property.PropertyType)
            select $"{component.Name}.{property.Name}";

        Assert.Empty(missing);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["HealtheIntent:BaseAddress"] = "http://localhost:1/",
                ["HealtheIntent:Tenant"] = "sandbox",
                ["HealtheIntent:PopulationId"] = "1424e81d-8cea-4d6b-b140-d6630b684a58",
                ["HealtheIntent:Credential:BearerToken"] = "token",
                ["Viewer:DataPartitions:0:Id"] = Sample.Partition,
                ["Viewer:DataPartitions:0:Name"] = "St. Brigid",
            }
        );
        builder.AddViewer(new ViewerMode(new Uri("http://localhost:1/ehr")));
        return builder.Build();
    }
}
