using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Control;

/// <summary>Contract 8.7: new source data regroups people, and ids are retired.</summary>
public sealed class IdentityEventsTests(SandboxHost host)
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
    public async Task A_merge_retires_one_id_and_the_other_has_the_records_of_both()
    {
        var (other, analisa) = (await host.CaseAsync("bleed-1"), await host.CaseAsync("analisa"));
        var retired = other.Text("patientId")!;
        var before = new Dictionary<string, string[]>();
        foreach (var (api, plural) in SandboxHost.Lists)
            before[plural] =
            [
                .. await IdsAsync(SandboxHost.Analisa, api, plural),
                .. await IdsAsync(retired, api, plural),
            ];

        await OrderAsync("merge", new { patientId = retired, intoPatientId = SandboxHost.Analisa });

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(retired));
        Assert.Equal([SandboxHost.Analisa], await LookupAsync(other));
        Assert.Equal([SandboxHost.Analisa], await LookupAsync(analisa));
        foreach (var (api, plural) in SandboxHost.Lists)
            Assert.Equal(before[plural], await IdsAsync(SandboxHost.Analisa, api, plural));
        var first = before["allergies"][^1];
        await host.GetAsync(
            SandboxHost.ListPath(SandboxHost.Analisa, "allergy", "allergies") + $"/{first}"
        );
    }

    [Fact]
    public async Task A_split_retires_the_id_and_parts_the_records_by_their_source()
    {
        var before = await IdsAsync(SandboxHost.Analisa, "condition", "conditions");
        var demographic = (await host.AllAsync(SandboxHost.Analisa, "patient", "demographics"))
            .Select(record => record.Member("sourceIdentifier")!.Value)
            .Single(source => source.Text("dataPartitionId") == Northgate);

        var split = await OrderAsync(
            "split",
            new { patientId = SandboxHost.Analisa, dataPartitionId = Northgate }
        );
        var (rest, off) = (split.Text("remainingPatientId")!, split.Text("splitOffPatientId")!);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(SandboxHost.Analisa));
        Assert.Equal([rest], await LookupAsync(await host.CaseAsync("analisa")));
        Assert.Equal([off], await LookupAsync(Northgate, demographic.Text("id")!));
        foreach (var (api, plural) in SandboxHost.Lists)
        {
            Assert.All(
                await host.AllAsync(off, api, plural),
                record => Assert.Equal(Northgate, Source(record))
            );
            Assert.All(
                await host.AllAsync(rest, api, plural),
                record => Assert.NotEqual(Northgate, Source(record))
            );
        }
        Assert.Equal(
            before.Order(),
            (await IdsAsync(rest, "condition", "conditions"))
                .Concat(await IdsAsync(off, "condition", "conditions"))
                .Order()
        );
    }

    [Fact]
    public async Task What_was_split_can_be_merged_again_and_a_reset_undoes_it_all()
    {
        var split = await OrderAsync(
            "split",
            new { patientId = SandboxHost.Analisa, dataPartitionId = Northgate }
        );
        var (rest, off) = (split.Text("remainingPatientId")!, split.Text("splitOffPatientId")!);
        await OrderAsync("merge", new { patientId = off, intoPatientId = rest });

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(off));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(rest));
        using (await host.Client.PostAsync("/sandbox/reset", null)) { }
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(rest));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(SandboxHost.Analisa));
    }

    [Theory]
    [InlineData("merge", """{"patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b"}""")]
    [InlineData(
        "merge",
        """{"patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b","intoPatientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b"}"""
    )]
    [InlineData("merge", """{"patientId":"nobody","intoPatientId":"nobody"}""")]
    [InlineData("split", """{"patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b"}""")]
    [InlineData(
        "split",
        """{"patientId":"a2f6a16d-1331-4ccc-8f70-6c4d953ba70b","dataPartitionId":"none"}"""
    )]
    [InlineData("split", """{"patientId":"nobody","dataPartitionId":"none"}""")]
    public async Task An_event_that_cannot_be_is_refused(string kind, string body)
    {
        using var answer = await host.Client.PostAsync(
            $"/sandbox/events/{kind}",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(SandboxHost.Analisa));
    }

    private const string Northgate = "c1b7a8d4-27be-4a65-8d0b-1d3e9a40b6f3";

    private static string? Source(JsonElement record) =>
        record.Member("sourceIdentifier")?.Text("dataPartitionId");

    private async Task<JsonElement> OrderAsync(string kind, object order)
    {
        using var answer = await host.Client.PostAsJsonAsync($"/sandbox/events/{kind}", order);
        answer.EnsureSuccessStatusCode();
        return await SandboxHost.ReadAsync(answer);
    }

    private async Task<string[]> IdsAsync(string patientId, string api, string plural) =>
        [.. (await host.AllAsync(patientId, api, plural)).Select(record => record.Text("id")!)];

    private async Task<HttpStatusCode> StatusAsync(string patientId)
    {
        using var answer = await host.Client.GetAsync(
            SandboxHost.ListPath(patientId, "allergy", "allergies")
        );
        return answer.StatusCode;
    }

    private Task<string[]> LookupAsync(JsonElement entry) =>
        LookupAsync(entry.Text("dataPartitionId")!, entry.Text("personId")!);

    private async Task<string[]> LookupAsync(string partitionId, string personId) =>
        [
            .. (
                await host.GetAsync(
                    $"/patient/v1/populations/{SandboxHost.Population}/patient-id-lookup?dataPartitionId={partitionId}&sourcePersonId={personId}"
                )
            )
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("patient").Text("id")!),
        ];
}
