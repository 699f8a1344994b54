using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Search;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Search;

/// <summary>Who signs in here sees the people of the one tenant that the sign-in is of.</summary>
public sealed class PersonSearchTenantTests
{
    private static readonly ViewerTenant North = new()
    {
        Name = "north",
        Mnemonic = "northern",
        PopulationId = "northern-population",
    };

    [Fact]
    public async Task A_search_asks_the_tenant_of_the_sign_in_and_no_other()
    {
        var (others, own) = (
            StubTransport.Ok("{}"),
            StubTransport.Ok("""{"items":[{"id":"p"}]}""")
        );
        using var other = Wire.Client(others);
        using var client = Wire.Client(own);
        var audit = new AuditList();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new ManualClock())
            .AddSingleton<IAuditLog>(audit)
            .AddSingleton(new ViewerTenants([Sample.Tenant, North], "North"))
            .AddSingleton(
                new TenantClients(
                    new Dictionary<ViewerTenant, HealtheIntentClient>
                    {
                        [Sample.Tenant] = other,
                        [North] = client,
                    }
                )
            )
            .AddFlux(store =>
                store
                    .AddFeature<PersonSearchFeature>()
                    .AddReducers(typeof(PersonSearchReducers))
                    .AddEffects<PersonSearchEffects>()
            )
            .BuildServiceProvider();
        await using var circuit = services.CreateAsyncScope();
        var store = circuit.ServiceProvider.GetRequiredService<IStore>();

        circuit
            .ServiceProvider.GetRequiredService<IDispatcher>()
            .Dispatch(
                new SearchPeople(
                    new ChartUser("u-1", "M. Lind") { Roles = [Roles.Coordinator] },
                    "192.0.2.7",
                    new PersonCriteria { Name = "Roberson", BirthDate = new DateOnly(1934, 8, 20) },
                    0
                )
            );
        await store.WhenIdle();

        Assert.Empty(others.Sent);
        Assert.Equal(2, own.Sent.Count);
        Assert.All(
            own.Sent,
            request =>
                Assert.Contains(
                    "/populations/northern-population/",
                    request.Address.AbsolutePath,
                    StringComparison.Ordinal
                )
        );
        Assert.Equal("northern", Assert.Single(audit.Entries).Tenant);
    }
}
