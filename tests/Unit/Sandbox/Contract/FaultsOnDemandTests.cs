using System.Net;
using System.Net.Http.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Contract;

/// <summary>Contract 10 item 4: what goes wrong at a tenant is had on demand.</summary>
public sealed class FaultsOnDemandTests(SandboxHost host)
    : IClassFixture<SandboxHost>,
        IAsyncLifetime
{
    private const string Population = $"/populations/{SandboxHost.Population}";
    private const string Patient = $"{Population}/patients/{SandboxHost.Analisa}";
    private const string Record = $"/legacy/record/api{Population}";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() =>
        (await host.Client.PostAsync("/sandbox/reset", null)).Dispose();

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Contract_10_4_A_status_is_had_on_demand_and_does_not_say_when_to_come_again(
        int status
    )
    {
        using var ordered = await host.Client.PostAsJsonAsync(
            "/sandbox/faults",
            new
            {
                faults = new[]
                {
                    new
                    {
                        api = "allergy",
                        kind = "status",
                        status,
                        times = 1,
                    },
                },
            }
        );
        ordered.EnsureSuccessStatusCode();
        using var answer = await host.Client.GetAsync($"/allergy/v1{Patient}/allergies");
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Null(answer.Headers.RetryAfter);
        Assert.True(
            Guid.TryParse(answer.Headers.GetValues("cerner-correlation-id").Single(), out _)
        );
        await host.GetAsync($"/allergy/v1{Patient}/allergies");
    }

    [Fact]
    public async Task Contract_10_4_Latency_is_had_on_demand()
    {
        using var ordered = await host.Client.PostAsJsonAsync(
            "/sandbox/faults",
            new { faults = new[] { new { kind = "delay", delayMs = 120 } } }
        );
        ordered.EnsureSuccessStatusCode();
        await host.GetAsync("/tenant/v1/tenant");
        var slow = (await host.GetAsync("/sandbox/requests")).EnumerateArray().Last();
        // A timer may be a tick early.
        Assert.True(slow.GetProperty("durationMs").GetDouble() > 100);
    }

    [Fact]
    public async Task Contract_10_4_The_sensitive_filter_hides_and_shows_again()
    {
        var path = $"/condition/v1{Patient}/conditions?limit=100";
        var all = (await host.GetAsync(path)).GetProperty("items");
        var term = all[0].GetProperty("code").Text("text")!;
        foreach (var on in (bool[])[true, false])
        {
            using var ordered = await host.Client.PostAsJsonAsync(
                "/sandbox/sensitive",
                new { on, terms = new[] { term } }
            );
            ordered.EnsureSuccessStatusCode();
            var ids = (await host.GetAsync(path))
                .GetProperty("items")
                .EnumerateArray()
                .Select(x => x.Text("id"));
            Assert.Equal(!on, ids.Contains(all[0].Text("id")));
        }
    }

    [Fact]
    public async Task Contract_10_4_A_local_id_of_two_is_a_409_where_it_was_and_two_items_where_it_is()
    {
        var shared = await host.CaseAsync("two-matches");
        using var legacy = await host.Client.GetAsync(
            $"{Record}/data_partitions/{SandboxHost.StBrigid}/empi_lookup?id={shared.Text("personId")}"
        );
        Assert.Equal(HttpStatusCode.Conflict, legacy.StatusCode);
        var current = await host.GetAsync(
            $"/patient/v1{Population}/patient-id-lookup?dataPartitionId={SandboxHost.StBrigid}&sourcePersonId={shared.Text("personId")}"
        );
        Assert.Equal(2, current.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Contract_10_4_A_patient_id_that_is_retired_is_nobodys()
    {
        var patient = await host.PatientIdAsync("bleed-8");
        using var retired = await host.Client.PostAsJsonAsync(
            "/sandbox/events/retire",
            new { patientId = patient }
        );
        retired.EnsureSuccessStatusCode();

        foreach (
            var path in new[]
            {
                SandboxHost.ListPath(patient, "allergy", "allergies"),
                $"/chart-search/v1{Population}/patients/{patient}/search-results?query=a",
                $"{Record}/people/{patient}",
                $"/legacy/registries/api{Population}/people/{patient}/registries",
            }
        )
        {
            using var answer = await host.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
