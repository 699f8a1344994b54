using System.Net;

namespace HeiChartViewer.Tests.Unit.Sandbox.Control;

/// <summary>Contract 8.5: 429 without Retry-After, and with one where it is ordered.</summary>
public sealed class ThrottleTests(ClockedHost host) : IClassFixture<ClockedHost>, IAsyncLifetime
{
    private const string Directory = "Bearer sandbox-directory-token";

    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_burst_goes_through_and_then_the_rate_holds()
    {
        await host.OrderAsync("/sandbox/throttle", new { perSecond = 2, burst = 3 });

        for (var number = 0; number < 3; number++)
            Assert.Equal(200, await host.StatusAsync());
        using (var over = await host.CallAsync("Bearer sandbox-bearer-token"))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, over.StatusCode);
            Assert.Null(over.Headers.RetryAfter);
            Assert.Equal(
                """{"code":429,"message":"Too Many Requests"}""",
                await over.Content.ReadAsStringAsync()
            );
        }
        host.Clock.Advance(TimeSpan.FromMilliseconds(499));
        Assert.Equal(429, await host.StatusAsync());
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(200, await host.StatusAsync());
        Assert.Equal(429, await host.StatusAsync());
    }

    [Fact]
    public async Task Each_account_has_a_bucket_of_its_own()
    {
        await host.OrderAsync("/sandbox/throttle", new { perSecond = 1, burst = 1 });

        Assert.Equal(200, await host.StatusAsync());
        Assert.Equal(429, await host.StatusAsync());
        Assert.Equal(200, await host.StatusAsync(Directory));
        Assert.Equal(429, await host.StatusAsync(Directory));
    }

    [Fact]
    public async Task One_account_alone_can_be_throttled_and_told_when_to_come_again()
    {
        await host.OrderAsync(
            "/sandbox/throttle",
            new
            {
                account = "directory",
                perSecond = 0.1,
                burst = 1,
                retryAfter = true,
            }
        );

        Assert.Equal(200, await host.StatusAsync(Directory));
        using (var over = await host.CallAsync(Directory))
            Assert.Equal(TimeSpan.FromSeconds(10), over.Headers.RetryAfter!.Delta);
        for (var number = 0; number < 3; number++)
            Assert.Equal(200, await host.StatusAsync());
        using (await host.Http.DeleteAsync("/sandbox/throttle")) { }
        Assert.Equal(200, await host.StatusAsync(Directory));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"perSecond":0,"burst":1}""")]
    [InlineData("""{"perSecond":1}""")]
    [InlineData("""{"perSecond":1,"burst":0}""")]
    [InlineData("""{"perSecond":1,"burst":1,"account":"nobody"}""")]
    public async Task An_order_that_makes_no_sense_is_refused(string body)
    {
        using var answer = await host.Http.PostAsync(
            "/sandbox/throttle",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(200, await host.StatusAsync());
    }
}
