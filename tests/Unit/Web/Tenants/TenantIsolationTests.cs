using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Tenants;

/// <summary>One local id is three people here; each host gets its own, whatever the others do meanwhile.</summary>
public sealed class TenantIsolationTests(TenantsViewer viewer) : IClassFixture<TenantsViewer>
{
    private static readonly (string Host, string Tenant, string Population)[] Hosts =
    [
        (TenantsViewer.South, TenantsViewer.South, TenantsViewer.SouthPopulation),
        (TenantsViewer.North, TenantsViewer.North, TenantsViewer.NorthPopulation),
        (TenantsViewer.Clinic, TenantsViewer.North, TenantsViewer.ClinicPopulation),
    ];

    [Fact]
    public async Task Control_16_Each_launch_reaches_its_issuers_tenant_and_population_and_no_other()
    {
        var launches = Enumerable.Range(0, 45).Select(i => OpenAsync(Hosts[i % Hosts.Length]));

        await Task.WhenAll(launches);

        AssertAsked(viewer.SouthTenant, TenantsViewer.SouthPopulation);
        AssertAsked(
            viewer.NorthTenant,
            TenantsViewer.NorthPopulation,
            TenantsViewer.ClinicPopulation
        );
        var lookups = viewer
            .Audit.Entries.Where(entry => entry.Action is AuditAction.PatientLookup)
            .ToList();
        Assert.True(lookups.Count >= 45);
        Assert.All(lookups, entry => Assert.Equal(TenantOf(entry.Organisation!), entry.Tenant));
    }

    [Theory]
    [InlineData(TenantsViewer.South, TenantsViewer.North)]
    [InlineData(TenantsViewer.North, TenantsViewer.South)]
    [InlineData(TenantsViewer.Clinic, TenantsViewer.South)]
    public async Task Control_17_A_partition_of_one_tenant_signed_by_a_host_of_another_opens_nothing(
        string host,
        string other
    )
    {
        var (south, north) = (viewer.SouthTenant.Asked.Count, viewer.NorthTenant.Asked.Count);

        using var named = await viewer.LaunchAsync(
            host,
            claims => claims["data_partition"] = TenantsViewer.PartitionOf(other)
        );
        using var claimed = await viewer.LaunchAsync(other, signedBy: host);

        Assert.Equal(
            (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            (named.StatusCode, claimed.StatusCode)
        );
        Assert.Equal(
            (south, north),
            (viewer.SouthTenant.Asked.Count, viewer.NorthTenant.Asked.Count)
        );
    }

    private async Task OpenAsync((string Host, string Tenant, string Population) host)
    {
        using var answer = await viewer.LaunchAsync(host.Host);
        var session = viewer.Opened(answer);
        Assert.Equal(
            (host.Tenant, host.Population),
            (session.Tenant.Mnemonic, session.PopulationId)
        );
        await using var circuit = viewer.Services.CreateAsyncScope();
        var store = circuit.ServiceProvider.GetRequiredService<IStore>();
        circuit
            .ServiceProvider.GetRequiredService<IDispatcher>()
            .Dispatch(new OpenChart(session, ChartView.Summary));
        await store.WhenIdle();
        var person = $"{host.Tenant}-{host.Population}";
        Assert.Equal(person, session.PatientId);
        Assert.Equal(
            person,
            Assert.Single(Received<DemographicRecord>()).Names.Single().FamilyNames.Single()
        );
        Assert.Equal(person, Assert.Single(Received<Condition>()).Code!.Text);

        IReadOnlyList<TRecord> Received<TRecord>() =>
            circuit
                .ServiceProvider.GetRequiredService<IState<SectionState<TRecord>>>()
                .Value.Records;
    }

    /// <summary>Nothing came to a tenant but for a population of its own, by its own account, about people of its own.</summary>
    private static void AssertAsked(FakeTenant tenant, params string[] populations)
    {
        var asked = tenant.Asked;
        Assert.All(asked, one => Assert.Equal($"Bearer {tenant.Token}", one.Credential));
        Assert.All(
            asked,
            one =>
                Assert.Contains(
                    populations,
                    population =>
                        one.Path.Contains($"/populations/{population}/", StringComparison.Ordinal)
                        && (
                            one.Path.Contains("/patient-id-lookup?", StringComparison.Ordinal)
                            || one.Path.Contains(
                                tenant.PatientId(population),
                                StringComparison.Ordinal
                            )
                        )
                )
        );
        Assert.All(
            populations,
            population =>
                Assert.Contains(
                    asked,
                    one => one.Path.Contains(population, StringComparison.Ordinal)
                )
        );
    }

    private static string TenantOf(string issuer) =>
        Hosts.Single(host => TenantsViewer.Issuer(host.Host) == issuer).Tenant;
}
