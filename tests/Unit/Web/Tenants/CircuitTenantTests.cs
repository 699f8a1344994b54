using System.Reflection;
using System.Security.Claims;
using HeiChartViewer.Web.Components.Chart;
using HeiChartViewer.Web.Components.Search;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Tenants;

/// <summary>What a screen calls sources and what time it tells are of the tenant that it shows, and of none before.</summary>
public sealed class CircuitTenantTests(TenantsViewer viewer) : IClassFixture<TenantsViewer>
{
    private static readonly Type[] OfCircuit = [typeof(DataPartitions), typeof(FacilityClock)];

    [Fact]
    public async Task A_circuit_is_of_one_tenant_for_its_whole_life_and_of_none_before_it_shows_a_chart()
    {
        using var launch = await viewer.LaunchAsync(TenantsViewer.North);
        var session = viewer.Opened(launch);
        await using var scope = viewer.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        (
            (IHostEnvironmentAuthenticationStateProvider)
                services.GetRequiredService<AuthenticationStateProvider>()
        ).SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal())));
        var circuit = services.GetRequiredService<ChartCircuit>();
        var binding = viewer.Sessions.Kept(session.Id)!.Binding;
        Assert.Throws<InvalidOperationException>(services.GetRequiredService<DataPartitions>);

        Assert.Null(circuit.Enter(session, binding.Admit(binding.BrowserKey)));

        var partitions = services.GetRequiredService<DataPartitions>();
        Assert.Equal("Northern General", partitions.NameOf(TenantsViewer.NorthPartition));
        Assert.Null(partitions.Find(Sample.Partition));
        Assert.Throws<InvalidOperationException>(() =>
            circuit.EnterSearch(viewer.Services.GetRequiredService<ViewerTenants>().Default)
        );
    }

    /// <summary>Those are made before there is a tenant, or without a circuit.</summary>
    [Fact]
    public void What_opens_a_screen_and_what_is_drawn_without_one_holds_nothing_of_a_circuits_tenant() =>
        Assert.Empty(
            typeof(ChartShell)
                .Assembly.GetTypes()
                .Where(type =>
                    type.Namespace == "HeiChartViewer.Web.Components.Pages"
                    || type.Namespace == "HeiChartViewer.Web.Components.Layout"
                    || type == typeof(ChartShell)
                    || type == typeof(PersonSearch)
                    || type == typeof(LockedChart)
                    || type == typeof(ClosedChart)
                )
                .SelectMany(type =>
                    type.GetProperties(
                        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
                    )
                )
                .Where(property =>
                    property.IsDefined(typeof(InjectAttribute))
                    && OfCircuit.Contains(property.PropertyType)
                )
                .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
        );
}
