using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Control;

/// <summary>Contract 8.8: what is filtered is not there, and nothing says that it was.</summary>
public sealed class SensitiveFilterTests(SandboxHost host)
    : IClassFixture<SandboxHost>,
        IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        using var answer = await host.Client.PostAsync("/sandbox/reset", null);
        answer.EnsureSuccessStatusCode();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Sensitive_records_vanish_without_a_trace_and_come_back()
    {
        var patient = await DepressedAsync();
        var before = await EverythingAsync(patient);
        await OrderAsync(new { on = true });
        var after = await EverythingAsync(patient);

        Assert.True(after.Count < before.Count);
        var hidden = before.Keys.Except(after.Keys).ToArray();
        var left = string.Join('\n', after.Values);
        Assert.DoesNotContain("depress", left, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sertraline", left, StringComparison.OrdinalIgnoreCase);
        // Nothing that is left points to what is gone.
        Assert.All(hidden, id => Assert.DoesNotContain(id, left, StringComparison.Ordinal));
        // What is left is what it was.
        Assert.All(after, record => Assert.Equal(before[record.Key], record.Value));

        await OrderAsync(new { on = false });
        Assert.Equal(before, await EverythingAsync(patient));
    }

    [Fact]
    public async Task A_filtered_record_is_not_found_by_its_id_either()
    {
        var patient = await DepressedAsync();
        var condition = (await host.AllAsync(patient, "condition", "conditions")).First(record =>
            record.GetRawText().Contains("epressive", StringComparison.Ordinal)
        );
        await OrderAsync(new { on = true });
        using var answer = await host.Client.GetAsync(
            $"{SandboxHost.ListPath(patient, "condition", "conditions")}/{condition.Text("id")}"
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(
            """{"code":404,"message":"Not Found","errorDetails":[{"locationType":"path","location":"id","message":"id not found"}]}""",
            await answer.Content.ReadAsStringAsync()
        );
    }

    [Fact]
    public async Task A_document_vanishes_with_its_bytes_when_the_bytes_say_it()
    {
        var document = (
            await host.AllAsync(SandboxHost.Analisa, "longitudinal-record", "document-references")
        ).First();
        var binary = document.GetProperty("contents")[0].GetProperty("binary").Text("id")!;
        var path = SandboxHost.ListPath(SandboxHost.Analisa, "longitudinal-record", "binaries");
        var text = await host.Client.GetStringAsync($"{path}/{binary}");
        var word = text.Split(' ', '\n').First(x => x.Length > 6 && x.All(char.IsAsciiLetter));
        await OrderAsync(new { on = true, terms = new[] { word } });

        using var gone = await host.Client.GetAsync($"{path}/{binary}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain(
            document.Text("id"),
            (
                await host.AllAsync(
                    SandboxHost.Analisa,
                    "longitudinal-record",
                    "document-references"
                )
            ).Select(record => record.Text("id"))
        );
    }

    [Fact]
    public async Task Who_has_nothing_sensitive_loses_nothing()
    {
        await OrderAsync(new { on = false });
        var patient = await host.PatientIdAsync("no-known-allergies");
        var before = await EverythingAsync(patient);
        await OrderAsync(new { on = true, terms = new[] { "Zzyzx" } });
        Assert.Equal(before, await EverythingAsync(patient));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"on":true,"terms":[]}""")]
    [InlineData("""{"on":true,"terms":[" "]}""")]
    public async Task An_order_that_makes_no_sense_is_refused(string body)
    {
        using var answer = await host.Client.PostAsync(
            "/sandbox/sensitive",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<string> DepressedAsync() =>
        (await host.GetAsync("/sandbox/catalogue"))
            .EnumerateArray()
            .First(entry => entry.Text("title") == "Depression")
            .Text("patientId")!;

    private async Task OrderAsync(object order)
    {
        using var answer = await host.Client.PostAsJsonAsync("/sandbox/sensitive", order);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<Dictionary<string, string>> EverythingAsync(string patient)
    {
        var records = new Dictionary<string, string>();
        foreach (var (api, plural) in SandboxHost.Lists)
        foreach (JsonElement record in await host.AllAsync(patient, api, plural))
            records.Add(record.Text("id")!, record.GetRawText());
        return records;
    }
}
