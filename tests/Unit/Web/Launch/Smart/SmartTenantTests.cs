using System.Net;
using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using HeiChartViewer.Tests.Unit.Web.Tenants;
using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>An EHR whose patients are another tenant's than the default's.</summary>
public sealed class SmartTenantTests(SmartHost ehr) : IClassFixture<SmartHost>
{
    private const string Scopes = "launch openid fhirUser online_access";

    [Fact]
    public async Task An_EHR_opens_the_charts_of_the_tenant_and_the_population_that_it_is_of()
    {
        await using var north = await FakeTenant.StartAsync("north");
        await using var viewer = await StartAsync(north, ($"{SmartViewer.Issuer}:Scopes", Scopes));
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();

        using var answer = await browser.LaunchAsync();

        var session = viewer.Opened(answer);
        Assert.Equal(
            ("northern", TenantsViewer.ClinicPopulation),
            (session.Tenant.Mnemonic, session.PopulationId)
        );
        Assert.Equal(north.PatientId(TenantsViewer.ClinicPopulation), session.PatientId);
        Assert.All(north.Asked, one => Assert.Equal($"Bearer {north.Token}", one.Credential));
        Assert.All(viewer.Audit.Entries, entry => Assert.Equal("northern", entry.Tenant));
    }

    /// <summary>Should both lines of the configuration be wrong, the EHR's patient is not the one found.</summary>
    [Fact]
    public async Task Somebody_else_by_the_same_id_at_the_wrong_tenant_is_not_opened()
    {
        await using var north = await FakeTenant.StartAsync("north");
        await using var viewer = await StartAsync(north);
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();

        using var answer = await browser.LaunchAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(
            (AuditAction.LaunchRefused, "IdentityDiffers", "northern"),
            (viewer.Audit.Last.Action, viewer.Audit.Last.Detail, viewer.Audit.Last.Tenant)
        );
    }

    [Fact]
    public async Task Control_30_More_launches_of_one_EHR_than_it_may_make_are_told_to_wait()
    {
        await using var north = await FakeTenant.StartAsync("north");
        await using var viewer = await StartAsync(
            north,
            ($"{SmartViewer.Issuer}:Scopes", Scopes),
            ("Tenants:north:Viewer:IssuerLaunchesPerSecond", "1")
        );
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();
        var callbacks = new List<Uri>();
        for (var i = 0; i < 24; i++)
            callbacks.Add(await browser.CallbackAsync());

        var answers = await Task.WhenAll(callbacks.Select(browser.OpenAsync));

        var refused = answers.Where(one => one.StatusCode is HttpStatusCode.TooManyRequests);
        Assert.NotEmpty(refused);
        Assert.All(refused, one => Assert.NotNull(one.Headers.RetryAfter));
        Assert.InRange(answers.Count(one => one.StatusCode is HttpStatusCode.SeeOther), 10, 23);
        // What the EHR granted for a chart that was not opened is given back.
        Assert.Equal(refused.Count(), viewer.Authority.Leaving);
        foreach (var answer in answers)
            answer.Dispose();
    }

    private Task<SmartViewer> StartAsync(
        FakeTenant north,
        params (string Key, string? Value)[] changes
    ) =>
        SmartViewer.StartAsync(
            ehr,
            [
                ("Tenants:north:HealtheIntent:Tenant", "northern"),
                ("Tenants:north:HealtheIntent:BaseAddress", north.Address.ToString()),
                ("Tenants:north:HealtheIntent:PopulationId", TenantsViewer.NorthPopulation),
                ("Tenants:north:HealtheIntent:Credential:BearerToken", north.Token),
                ("Tenants:north:Viewer:DataPartitions:0:Id", TenantsViewer.NorthPartition),
                ("Tenants:north:Viewer:DataPartitions:0:Name", "Northern General"),
                ($"{SmartViewer.Issuer}:OfTenant", "north"),
                ($"{SmartViewer.Issuer}:PopulationId", TenantsViewer.ClinicPopulation),
                ($"{SmartViewer.Issuer}:DataPartitionId", TenantsViewer.NorthPartition),
                .. changes,
            ]
        );
}
