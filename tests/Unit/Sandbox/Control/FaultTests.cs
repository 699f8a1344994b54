using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Control;

public sealed class FaultTests(SandboxHost host) : IClassFixture<SandboxHost>, IAsyncLifetime
{
    private static readonly string Allergies = SandboxHost.ListPath(
        SandboxHost.Analisa,
        "allergy",
        "allergies"
    );
    private static readonly string Conditions = SandboxHost.ListPath(
        SandboxHost.Analisa,
        "condition",
        "conditions"
    );

    public async Task InitializeAsync()
    {
        using var answer = await host.Client.PostAsync("/sandbox/reset", null);
        answer.EnsureSuccessStatusCode();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(429, "Too Many Requests")]
    [InlineData(500, "Internal Server Error")]
    [InlineData(502, "Bad Gateway")]
    [InlineData(503, "Service Unavailable")]
    [InlineData(504, "Gateway Timeout")]
    [InlineData(403, "Forbidden")]
    public async Task A_status_comes_in_the_envelope(int status, string message)
    {
        await OrderAsync(
            new
            {
                api = "allergy",
                kind = "status",
                status,
            }
        );

        using var answer = await host.Client.GetAsync(Allergies);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Null(answer.Headers.RetryAfter);
        var error = await SandboxHost.ReadAsync(answer);
        Assert.Equal(status, error.GetProperty("code").GetInt32());
        Assert.Equal(message, error.Text("message"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Conditions));
    }

    [Fact]
    public async Task A_throttled_caller_may_be_told_when_to_come_back()
    {
        await OrderAsync(
            new
            {
                api = "*",
                kind = "status",
                status = 429,
                retryAfterSeconds = 7,
            }
        );
        using var answer = await host.Client.GetAsync(Allergies);
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_fault_strikes_as_often_as_ordered_and_then_no_more()
    {
        await OrderAsync(
            new
            {
                api = "allergy",
                kind = "status",
                status = 500,
                times = 2,
            }
        );

        Assert.Equal(HttpStatusCode.InternalServerError, await StatusAsync(Allergies));
        Assert.Equal(HttpStatusCode.InternalServerError, await StatusAsync(Allergies));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Allergies));
    }

    [Fact]
    public async Task A_fault_can_mean_one_patient_one_page_or_one_resource()
    {
        var other = await host.PatientIdAsync("ten-thousand");
        await OrderAsync(
            new
            {
                api = "observation",
                patientId = other,
                page = 2,
                kind = "status",
                status = 500,
            }
        );
        await OrderAsync(
            new
            {
                api = "longitudinal-record",
                resource = "binaries",
                kind = "status",
                status = 503,
            }
        );

        var first = await host.GetAsync(SandboxHost.ListPath(other, "observation", "observations"));
        Assert.Equal(
            HttpStatusCode.InternalServerError,
            await StatusAsync(first.Text("nextLink")!)
        );
        var mine = await host.GetAsync(
            SandboxHost.ListPath(SandboxHost.Analisa, "observation", "observations")
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(mine.Text("nextLink")!));
        Assert.Equal(
            HttpStatusCode.OK,
            await StatusAsync(
                SandboxHost.ListPath(
                    SandboxHost.Analisa,
                    "longitudinal-record",
                    "document-references"
                )
            )
        );
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable,
            await StatusAsync(
                SandboxHost.ListPath(SandboxHost.Analisa, "longitudinal-record", "binaries")
                    + "/any"
            )
        );
    }

    [Fact]
    public async Task A_fault_can_mean_the_lookup_of_one_local_id()
    {
        await OrderAsync(
            new
            {
                api = "patient",
                sourcePersonId = "151579",
                kind = "status",
                status = 500,
            }
        );
        var path =
            $"/patient/v1/populations/{SandboxHost.Population}/patient-id-lookup?dataPartitionId={SandboxHost.StBrigid}";

        Assert.Equal(
            HttpStatusCode.InternalServerError,
            await StatusAsync($"{path}&sourcePersonId=151579")
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{path}&sourcePersonId=660123"));
    }

    [Fact]
    public async Task A_delayed_answer_is_the_answer()
    {
        await OrderAsync(
            new
            {
                api = "allergy",
                kind = "delay",
                delayMs = 30,
            }
        );
        Assert.True((await host.GetAsync(Allergies)).GetProperty("items").GetArrayLength() > 0);
        var requests = await host.GetAsync("/sandbox/requests");
        Assert.True(requests[0].GetProperty("durationMs").GetDouble() >= 25);
    }

    [Fact]
    public async Task Latency_follows_its_distribution_and_the_next_fault_still_strikes()
    {
        await OrderAsync(
            new
            {
                kind = "latency",
                p50Ms = 10,
                p99Ms = 40,
            }
        );
        for (var number = 0; number < 40; number++)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync("/tenant/v1/tenant"));
        var durations = (await host.GetAsync("/sandbox/requests"))
            .EnumerateArray()
            .Select(request => request.GetProperty("durationMs").GetDouble())
            .Order()
            .ToArray();
        // A timer may ring late and hardly early: what is known is the least that the median took.
        Assert.True(durations[20] >= 6, $"{durations[20]}");

        await OrderAsync(new { kind = "status", status = 504 });
        Assert.Equal(HttpStatusCode.GatewayTimeout, await StatusAsync("/tenant/v1/tenant"));
    }

    [Fact]
    public async Task A_fault_may_strike_only_now_and_then()
    {
        await OrderAsync(
            new
            {
                kind = "status",
                status = 500,
                probability = 0.5,
            }
        );
        var failed = 0;
        for (var number = 0; number < 60; number++)
            if (await StatusAsync("/tenant/v1/tenant") == HttpStatusCode.InternalServerError)
                failed++;
        // Drawn from a seed: the same on every machine.
        Assert.InRange(failed, 15, 45);
        var struck = (await host.GetAsync("/sandbox/faults"))[0].GetProperty("struck").GetInt32();
        Assert.Equal(failed, struck);
    }

    [Fact]
    public async Task An_answer_may_stall_in_the_middle_of_its_body()
    {
        var whole = (await host.GetAsync(Allergies)).GetRawText();
        await OrderAsync(new { api = "allergy", kind = "stallMidBody" });
        using var answer = await host.Client.GetAsync(
            Allergies,
            HttpCompletionOption.ResponseHeadersRead
        );
        await using var body = await answer.Content.ReadAsStreamAsync();
        var half = new byte[answer.Content.Headers.ContentLength!.Value / 2];

        await body.ReadExactlyAsync(half);
        Assert.Equal(
            whole[..half.Length],
            System.Text.Encoding.UTF8.GetString(half),
            StringComparer.Ordinal
        );
        var rest = body.ReadAsync(new byte[1]).AsTask();
        await Task.WhenAny(rest, Task.Delay(TimeSpan.FromMilliseconds(100)));
        Assert.False(rest.IsCompleted);
    }

    [Fact]
    public async Task A_stalled_answer_begins_and_goes_no_further()
    {
        await OrderAsync(new { api = "allergy", kind = "stall" });
        using var answer = await host.Client.GetAsync(
            Allergies,
            HttpCompletionOption.ResponseHeadersRead
        );
        await using var body = await answer.Content.ReadAsStreamAsync();
        var bytes = new byte[16];

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, await body.ReadAsync(bytes));
        Assert.Equal((byte)'{', bytes[0]);
        var rest = body.ReadAsync(bytes).AsTask();
        await Task.WhenAny(rest, Task.Delay(TimeSpan.FromMilliseconds(200)));
        Assert.False(rest.IsCompleted);
    }

    [Fact]
    public async Task A_truncated_answer_promises_more_than_it_brings()
    {
        var whole = (await host.GetAsync(Allergies)).GetRawText();
        await OrderAsync(new { api = "allergy", kind = "truncate" });
        using var answer = await host.Client.GetAsync(
            Allergies,
            HttpCompletionOption.ResponseHeadersRead
        );

        Assert.Equal(whole.Length, answer.Content.Headers.ContentLength);
        await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_malformed_answer_is_a_200_that_is_no_JSON()
    {
        await OrderAsync(new { api = "allergy", kind = "malformed" });
        using var answer = await host.Client.GetAsync(Allergies);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        await Assert.ThrowsAnyAsync<JsonException>(() => SandboxHost.ReadAsync(answer));
    }

    [Fact]
    public async Task A_page_of_HTML_may_come_in_its_place()
    {
        await OrderAsync(new { api = "allergy", kind = "wrongContentType" });
        using var answer = await host.Client.GetAsync(Allergies);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_reset_connection_has_no_answer()
    {
        await OrderAsync(new { api = "allergy", kind = "reset" });
        await Assert.ThrowsAsync<HttpRequestException>(() => host.Client.GetAsync(Allergies));
    }

    [Fact]
    public async Task Faults_are_added_listed_and_taken_back()
    {
        var first = await OrderAsync(
            new
            {
                api = "allergy",
                kind = "status",
                status = 500,
            }
        );
        var second = await OrderAsync(
            new
            {
                api = "condition",
                kind = "status",
                status = 500,
            }
        );
        Assert.Equal(HttpStatusCode.InternalServerError, await StatusAsync(Allergies));

        var listed = await host.GetAsync("/sandbox/faults");
        Assert.Equal([first, second], listed.EnumerateArray().Select(fault => fault.Text("id")!));
        Assert.Equal(1, listed[0].GetProperty("struck").GetInt32());

        using (var gone = await host.Client.DeleteAsync($"/sandbox/faults/{first}"))
            Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using (var unknown = await host.Client.DeleteAsync($"/sandbox/faults/{first}"))
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Allergies));
        Assert.Equal(HttpStatusCode.InternalServerError, await StatusAsync(Conditions));

        using (var all = await host.Client.DeleteAsync("/sandbox/faults"))
            Assert.Equal(HttpStatusCode.NoContent, all.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Conditions));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"faults":[]}""")]
    [InlineData("""{"faults":[null]}""")]
    [InlineData("""{"faults":[{"kind":99}]}""")]
    [InlineData("""{"faults":[{"api":"allergy"}]}""")]
    [InlineData("""{"faults":[{"kind":"status"}]}""")]
    [InlineData("""{"faults":[{"kind":"status","status":99}]}""")]
    [InlineData("""{"faults":[{"kind":"delay"}]}""")]
    [InlineData("""{"faults":[{"kind":"latency","p50Ms":5}]}""")]
    [InlineData("""{"faults":[{"kind":"latency","p50Ms":50,"p99Ms":5}]}""")]
    [InlineData("""{"faults":[{"kind":"reset","probability":0}]}""")]
    [InlineData("""{"faults":[{"kind":"reset","probability":1.5}]}""")]
    [InlineData("""{"faults":[{"kind":"reset","times":0}]}""")]
    [InlineData("""{"faults":[{"kind":"reset","page":0}]}""")]
    [InlineData("""{"faults":[{"kind":"explode"}]}""")]
    [InlineData("""{"faults":[{"kind":"reset","apis":"misspelt"}]}""")]
    [InlineData("not json")]
    public async Task An_order_that_makes_no_sense_is_refused_whole(string body)
    {
        using var answer = await host.Client.PostAsync(
            "/sandbox/faults",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await SandboxHost.ReadAsync(answer)).Text("error")!);
        Assert.Equal(0, (await host.GetAsync("/sandbox/faults")).GetArrayLength());
    }

    private async Task<string> OrderAsync(object fault)
    {
        using var answer = await host.Client.PostAsJsonAsync(
            "/sandbox/faults",
            new { faults = new[] { fault } }
        );
        answer.EnsureSuccessStatusCode();
        return Assert
            .Single((await SandboxHost.ReadAsync(answer)).GetProperty("ids").EnumerateArray())
            .GetString()!;
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await host.Client.GetAsync(path);
        return answer.StatusCode;
    }
}
