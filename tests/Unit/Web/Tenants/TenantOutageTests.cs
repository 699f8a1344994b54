using System.Net;

namespace HeiChartViewer.Tests.Unit.Web.Tenants;

public sealed class TenantOutageTests(TenantsViewer viewer) : IClassFixture<TenantsViewer>
{
    [Fact]
    public async Task One_tenant_out_of_order_takes_nothing_from_another()
    {
        viewer.NorthTenant.IsDown = true;

        // So often that the breaker of the north opens.
        for (var i = 0; i < 6; i++)
            using (var refused = await viewer.LaunchAsync(TenantsViewer.North))
                Assert.Equal(HttpStatusCode.BadGateway, refused.StatusCode);
        viewer.NorthTenant.IsDown = false;
        var asked = LookedUp();
        using var broken = await viewer.LaunchAsync(TenantsViewer.North);
        using var south = await viewer.LaunchAsync(TenantsViewer.South);
        using var ready = await viewer.Http.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.BadGateway, broken.StatusCode);
        Assert.Equal(asked, LookedUp());
        Assert.Equal(HttpStatusCode.SeeOther, south.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);

        int LookedUp() =>
            viewer.NorthTenant.Asked.Count(one =>
                one.Path.Contains("patient-id-lookup", StringComparison.Ordinal)
            );
    }
}
