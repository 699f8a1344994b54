using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Json;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Tenants;

public sealed class TenantApiTests
{
    [Fact]
    public Task The_tenant_is_got_where_the_contract_says() =>
        ReadCall.AssertGetAsync(
            $"{Wire.Host}/tenant/v1/tenant",
            client => client.Tenant.GetAsync()
        );

    [Fact]
    public async Task A_tenant_says_what_it_is_and_whether_it_is_in_use()
    {
        using var client = Wire.Client(StubTransport.Ok(Samples.All["tenant"]));

        var tenant = await client.Tenant.GetAsync();

        Assert.Equal(("cernerdemo", "Demo"), (tenant.Mnemonic, tenant.Name));
        Assert.Equal(("America/Chicago", "en-US"), (tenant.TimeZone, tenant.DefaultLocale));
        Assert.Equal(
            ("ACTIVE", "2015-01-01"),
            (tenant.Status?.State, tenant.Status?.StartedOn?.Text)
        );
        Assert.Equal(["en-US"], tenant.Locales);
        Assert.Equal(["DEMO"], tenant.CernerMnemonics);
    }
}
