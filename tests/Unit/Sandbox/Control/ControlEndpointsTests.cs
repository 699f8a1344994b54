using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace HeiChartViewer.Tests.Unit.Sandbox.Control;

public sealed class ControlEndpointsTests(SandboxHost host)
    : IClassFixture<SandboxHost>,
        IAsyncLifetime
{
    private static readonly string Allergies = SandboxHost.ListPath(
        SandboxHost.Analisa,
        "allergy",
        "allergies"
    );
    private static readonly string Lookup =
        $"/patient/v1/populations/{SandboxHost.Population}/patient-id-lookup?dataPartitionId={SandboxHost.StBrigid}&sourcePersonId=151579";

    public async Task InitializeAsync()
    {
        using var answer = await host.Client.PostAsync("/sandbox/reset", null);
        answer.EnsureSuccessStatusCode();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Requests_are_logged_by_template_account_and_status_newest_last()
    {
        string correlation;
        using (var answer = await host.Client.GetAsync($"{Allergies}?limit=3"))
            correlation = answer.Headers.GetValues("cerner-correlation-id").Single();
        using (var stranger = host.Caller(null))
        using (await stranger.GetAsync("/tenant/v1/tenant")) { }

        var log = (await host.GetAsync("/sandbox/requests")).EnumerateArray().ToArray();

        Assert.Equal(2, log.Length);
        Assert.Equal("GET", log[0].Text("method"));
        Assert.Equal(
            "/allergy/v1/populations/{populationId}/patients/{patientId}/allergies",
            log[0].Text("path")
        );
        Assert.Equal("?limit=3", log[0].Text("query"));
        Assert.Equal("full", log[0].Text("account"));
        Assert.Equal(SandboxHost.Analisa, log[0].Text("patientId"));
        Assert.Equal(correlation, log[0].Text("correlationId"));
        Assert.Equal(200, log[0].GetProperty("status").GetInt32());
        Assert.Null(log[1].Text("account"));
        Assert.Equal(401, log[1].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Token_requests_and_what_no_operation_answers_are_logged_by_template_without_ids_or_secrets()
    {
        using var stranger = host.Caller(null);
        var form = new Dictionary<string, string>
        {
            ["oauth_consumer_key"] = "0f3b6c1e-2a4d-4e8f-9b7a-5c6d7e8f9a01",
            ["oauth_signature_method"] = "PLAINTEXT",
            ["oauth_signature"] = "sandbox-consumer-secret&",
        };
        using (await stranger.PostAsync("/oauth/access", new FormUrlEncodedContent(form))) { }
        using (
            await stranger.PostAsync(
                "/oauth/access?oauth_consumer_key=nobody&oauth_signature=secret",
                null
            )
        ) { }
        using (await stranger.GetAsync("/oauth/access/keys/none")) { }
        using (await host.Client.GetAsync($"/allergy/v2/patients/{SandboxHost.Analisa}")) { }
        using (await host.Client.PutAsync(Allergies, null)) { }
        using (await host.Client.GetAsync("/favicon.ico")) { }

        var text = await host.Client.GetStringAsync("/sandbox/requests");
        var log = (await host.GetAsync("/sandbox/requests")).EnumerateArray().ToArray();
        (string, string, string?, string?, int)[] expected =
        [
            ("POST", "/oauth/access", "full", null, 200),
            ("POST", "/oauth/access", null, "parameter_absent", 400),
            ("GET", "/oauth/access/keys/{version}", null, "parameter_absent", 400),
            ("GET", "/allergy/{**path}", "full", null, 404),
            ("PUT", "/allergy/{**path}", "full", null, 404),
        ];
        Assert.Equal(
            expected,
            log.Select(entry =>
                (
                    entry.Text("method")!,
                    entry.Text("path")!,
                    entry.Text("account"),
                    entry.Text("refusal"),
                    entry.GetProperty("status").GetInt32()
                )
            )
        );
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(SandboxHost.Analisa, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_id_is_not_found_and_the_record_goes_on_under_another()
    {
        var before = await host.AllAsync(SandboxHost.Analisa, "allergy", "allergies");

        using var retired = await host.Client.PostAsJsonAsync(
            "/sandbox/events/retire",
            new { patientId = SandboxHost.Analisa }
        );
        var next = (await SandboxHost.ReadAsync(retired)).Text("newPatientId")!;

        using (var old = await host.Client.GetAsync(Allergies))
            Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        Assert.Equal(
            next,
            (await host.GetAsync(Lookup)).GetProperty("items")[0].GetProperty("patient").Text("id")
        );
        Assert.Equal(next, (await host.CaseAsync("analisa")).Text("patientId"));
        Assert.Equal(
            before.Select(record => record.GetRawText()),
            (await host.AllAsync(next, "allergy", "allergies")).Select(record =>
                record.GetRawText()
            )
        );

        using (await host.Client.PostAsync("/sandbox/reset", null)) { }
        Assert.Equal(
            SandboxHost.Analisa,
            (await host.GetAsync(Lookup)).GetProperty("items")[0].GetProperty("patient").Text("id")
        );
    }

    [Theory]
    [InlineData("""{"patientId":"nobody"}""")]
    [InlineData("""{}""")]
    public async Task Nobody_cannot_be_retired(string body)
    {
        using var answer = await host.Client.PostAsync(
            "/sandbox/events/retire",
            new StringContent(body, Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_cannot_order_a_fault()
    {
        using var answer = await host.Client.PostAsync(
            "/sandbox/faults",
            new StringContent("""{"faults":[{"kind":"reset"}]}""", Encoding.UTF8, "text/plain")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, (await host.GetAsync("/sandbox/faults")).GetArrayLength());
    }

    [Fact]
    public async Task The_catalogue_leads_to_every_patient()
    {
        var entries = (await host.GetAsync("/sandbox/catalogue")).EnumerateArray().ToArray();

        Assert.Equal("analisa", entries[0].Text("name"));
        Assert.Equal(
            entries.Length,
            entries.Select(entry => entry.Text("name")).Distinct().Count()
        );
        Assert.Equal(
            240,
            entries.SelectMany(entry => entry.GetProperty("patientIds").EnumerateArray()).Count()
        );
        Assert.All(
            entries,
            entry =>
            {
                foreach (
                    var member in (string[])
                        ["name", "title", "dataPartitionId", "personId", "displayName", "what"]
                )
                    Assert.False(
                        string.IsNullOrWhiteSpace(entry.Text(member)),
                        $"{entry.Text("name")}: {member}"
                    );
            }
        );
    }
}
