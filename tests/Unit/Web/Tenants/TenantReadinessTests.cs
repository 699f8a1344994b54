using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HeiChartViewer.Tests.Unit.Web.Tenants;

public sealed class TenantReadinessTests
{
    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(HttpStatusCode.OK, HealthStatus.Healthy)]
    [InlineData(HttpStatusCode.Forbidden, HealthStatus.Healthy)]
    [InlineData(HttpStatusCode.Unauthorized, HealthStatus.Degraded)]
    [InlineData(HttpStatusCode.BadRequest, HealthStatus.Degraded)]
    public async Task A_tenant_that_does_not_let_the_account_in_makes_the_process_worse_and_not_unready(
        HttpStatusCode status,
        HealthStatus expected
    )
    {
        using var client = Wire.Client(StubTransport.Always(status, """{"mnemonic":"x"}"""));

        Assert.Equal(expected, (await Check(client).CheckHealthAsync(new())).Status);
    }

    [Fact]
    public async Task Whoever_asks_whether_it_is_ready_makes_it_ask_the_tenant_once_in_a_while()
    {
        var transport = StubTransport.Ok("""{"mnemonic":"x"}""");
        using var client = Wire.Client(transport);
        var check = Check(client);

        for (var i = 0; i < 20; i++)
            await check.CheckHealthAsync(new());
        Assert.Single(transport.Sent);
        _clock.Advance(TenantReadiness.Believed);
        await check.CheckHealthAsync(new());

        Assert.Equal(2, transport.Sent.Count);
    }

    private TenantReadiness Check(HealtheIntentClient client) =>
        new(Sample.Tenant, Sample.Clients(client), _clock);
}
