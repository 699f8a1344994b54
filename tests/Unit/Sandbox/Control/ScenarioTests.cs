using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Control;

public sealed class ScenarioTests(ClockedHost host) : IClassFixture<ClockedHost>, IAsyncLifetime
{
    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Steps_happen_at_their_time_in_their_order()
    {
        await host.OrderAsync(
            "/sandbox/scenario",
            new
            {
                steps = new object[]
                {
                    new { afterMs = 2000, clear = true },
                    new { faults = new[] { new { kind = "status", status = 503 } } },
                    new
                    {
                        afterMs = 1000,
                        clear = true,
                        faults = new[] { new { kind = "status", status = 502 } },
                    },
                },
            }
        );

        Assert.Equal(503, await host.StatusAsync());
        host.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(503, await host.StatusAsync());
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(502, await host.StatusAsync());
        var state = await host.GetAsync("/sandbox/scenario");
        Assert.Equal(
            [true, true, false],
            state
                .GetProperty("steps")
                .EnumerateArray()
                .Select(step => step.GetProperty("done").GetBoolean())
        );
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, await host.StatusAsync());
    }

    [Fact]
    public async Task A_named_outage_goes_from_502_by_503_to_an_end()
    {
        await host.OrderAsync("/sandbox/scenario", new { name = "outage" });

        Assert.Equal(502, await host.StatusAsync());
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(503, await host.StatusAsync());
        host.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(200, await host.StatusAsync());
    }

    [Fact]
    public async Task Every_scenario_with_a_name_runs_to_its_end_without_an_error()
    {
        var names = (await host.GetAsync("/sandbox/scenario"))
            .GetProperty("scenarios")
            .EnumerateArray()
            .Select(entry => entry.Text("name")!)
            .ToArray();
        Assert.True(names.Length >= 5);
        foreach (var name in names)
        {
            await host.ResetAsync();
            await host.OrderAsync("/sandbox/scenario", new { name });
            host.Clock.Advance(TimeSpan.FromHours(1));
            using var answer = await host.CallAsync(null, "/sandbox/scenario");
            var state = await SandboxHost.ReadAsync(answer);
            Assert.Equal(name, state.Text("name"));
            Assert.All(
                state.GetProperty("steps").EnumerateArray(),
                step =>
                {
                    Assert.True(step.GetProperty("done").GetBoolean(), name);
                    Assert.Equal(JsonValueKind.Null, step.GetProperty("error").ValueKind);
                }
            );
        }
    }

    [Fact]
    public async Task A_step_that_cannot_be_followed_says_why_and_the_others_go_on()
    {
        await host.OrderAsync(
            "/sandbox/scenario",
            new
            {
                steps = new object[]
                {
                    new { retire = new { patientId = "nobody" } },
                    new { rotate = new { account = "nobody" }, clock = new { offsetSeconds = 60 } },
                },
            }
        );

        var steps = (await host.GetAsync("/sandbox/scenario"))
            .GetProperty("steps")
            .EnumerateArray()
            .ToArray();
        Assert.Equal("nobody to retire", steps[0].Text("error"));
        Assert.Equal("account is not an account", steps[1].Text("error"));
        Assert.Equal(
            60,
            (await host.GetAsync("/sandbox/clock")).GetProperty("offsetSeconds").GetInt32()
        );
    }

    [Fact]
    public async Task A_stopped_scenario_goes_no_further_and_a_reset_stops_it()
    {
        var steps = new[]
        {
            new { afterMs = 1000, faults = new[] { new { kind = "status", status = 500 } } },
        };
        await host.OrderAsync("/sandbox/scenario", new { steps });
        using (await host.Http.DeleteAsync("/sandbox/scenario")) { }
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(200, await host.StatusAsync());

        await host.OrderAsync("/sandbox/scenario", new { steps });
        await host.ResetAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(200, await host.StatusAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"no-such-day"}""")]
    [InlineData("""{"steps":[{"afterMs":-1}]}""")]
    [InlineData("""{"steps":[null]}""")]
    [InlineData("""{"steps":[{"faults":[{"kind":"status"}]}]}""")]
    [InlineData("""{"steps":[{"after":1}]}""")]
    public async Task An_order_that_makes_no_sense_is_refused(string body)
    {
        using var answer = await host.Http.PostAsync(
            "/sandbox/scenario",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            JsonValueKind.Null,
            (await host.GetAsync("/sandbox/scenario")).GetProperty("name").ValueKind
        );
    }
}
