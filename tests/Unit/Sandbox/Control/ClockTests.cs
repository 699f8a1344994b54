using System.Net;

namespace HeiChartViewer.Tests.Unit.Sandbox.Control;

public sealed class ClockTests(ClockedHost host) : IClassFixture<ClockedHost>, IAsyncLifetime
{
    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Whatever_the_tenant_dates_is_off_by_the_offset()
    {
        await host.OrderAsync("/sandbox/clock", new { offsetSeconds = 7200 });

        using var answer = await host.CallAsync("Bearer sandbox-bearer-token");
        Assert.Equal(host.Clock.GetUtcNow().AddHours(2), answer.Headers.Date);
        // The caller's own time is now out of the tenant's tolerance.
        using var refused = await host.AskAsync(host.PlainRequest());
        Assert.Contains(
            "timestamp_refused",
            Assert.Single(refused.Headers.NonValidated["WWW-Authenticate"]),
            StringComparison.Ordinal
        );

        await host.ResetAsync();
        using var right = await host.AskAsync(host.PlainRequest());
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task A_token_ends_by_the_clock_of_the_tenant()
    {
        var token = await host.TokenAsync();
        var header = ClockedHost.PlainHeader(token, "");
        Assert.Equal(200, await host.StatusAsync(header));
        await host.OrderAsync("/sandbox/clock", new { offsetSeconds = 3600 });
        Assert.Equal(401, await host.StatusAsync(header));
        await host.OrderAsync("/sandbox/clock", new { offsetSeconds = -3600 });
        Assert.Equal(200, await host.StatusAsync(header));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"offsetSeconds":999999999}""")]
    public async Task An_order_that_makes_no_sense_is_refused(string body)
    {
        using var answer = await host.Http.PostAsync(
            "/sandbox/clock",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
