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
    public async Task After_a_merge_a_search_finds_one_patient_whichever_of_the_two_was_meant()
    {
        var other = await host.CaseAsync("bleed-1");
        var retired = other.Text("patientId")!;
        var (mine, others) = (await SourcesAsync(SandboxHost.Analisa), await SourcesAsync(retired));
        var (mrn, otherMrn) = (await MrnAsync(SandboxHost.Analisa), await MrnAsync(retired));
        var people = (await PeopleAsync("")).GetProperty("total_results").GetInt32();

        await OrderAsync("merge", new { patientId = retired, intoPatientId = SandboxHost.Analisa });

        foreach (var value in (string[])[mrn, otherMrn])
        {
            Assert.Equal([SandboxHost.Analisa], await SearchAsync(value));
            var found = await PeopleAsync($"alias={value}");
            Assert.Equal(1, found.GetProperty("total_results").GetInt32());
            var person = found.GetProperty("persons")[0];
            Assert.Equal(SandboxHost.Analisa, person.Text("id"));
            Assert.Equal([.. mine, .. others], RecordIds(person));
        }
        Assert.Equal(people - 1, (await PeopleAsync("")).GetProperty("total_results").GetInt32());
        foreach (var (partition, id) in (IEnumerable<(string, string)>)[.. mine, .. others])
        {
            var consumer = Assert.Single(await ConsumersAsync(partition, id));
            Assert.Equal(SandboxHost.Analisa, consumer.GetProperty("patients")[0].Text("id"));
            Assert.Equal(
                mine.Count + others.Count,
                consumer.GetProperty("sourceIdentifiers").GetArrayLength()
            );
        }
    }

    [Fact]
    public async Task After_a_split_each_record_number_finds_its_own_id_and_what_belongs_to_it()
    {
        var sources = await SourcesAsync(SandboxHost.Analisa);
        var (kept, gone) = (
            sources.Where(source => source.Partition != Northgate).ToList(),
            sources.Single(source => source.Partition == Northgate)
        );
        var (mrn, member) = (
            await MrnAsync(SandboxHost.Analisa),
            await MrnAsync(SandboxHost.Analisa, Northgate)
        );
        Assert.Equal(1, await CoveragesAsync(SandboxHost.Analisa));
        var split = await OrderAsync(
            "split",
            new { patientId = SandboxHost.Analisa, dataPartitionId = Northgate }
        );
        var (rest, off) = (split.Text("remainingPatientId")!, split.Text("splitOffPatientId")!);

        Assert.Equal([rest], await SearchAsync(mrn));
        Assert.Equal([off], await SearchAsync(member));
        Assert.Equal(
            kept,
            RecordIds((await PeopleAsync($"alias={mrn}")).GetProperty("persons")[0])
        );
        Assert.Equal(
            [gone],
            RecordIds((await PeopleAsync($"alias={member}")).GetProperty("persons")[0])
        );
        Assert.Equal((0, 1), (await CoveragesAsync(rest), await CoveragesAsync(off)));
        var consumers = new List<string>();
        foreach (
            var (id, part) in (IEnumerable<(string, (string, string))>)
                [(rest, kept[0]), (off, gone)]
        )
        {
            var consumer = Assert.Single(await ConsumersAsync(part.Item1, part.Item2));
            Assert.Equal(id, consumer.GetProperty("patients")[0].Text("id"));
            consumers.Add(consumer.Text("id")!);
        }
        Assert.NotEqual(consumers[0], consumers[1]);
    }

    [Fact]
    public async Task What_a_merge_brought_can_change_like_any_other_record()
    {
        var retired = (await host.CaseAsync("bleed-1")).Text("patientId")!;
        var brought = (await IdsAsync(retired, "condition", "conditions"))[0];
        await OrderAsync("merge", new { patientId = retired, intoPatientId = SandboxHost.Analisa });

        using var change = await host.Client.PostAsJsonAsync(
            "/sandbox/events/change",
            new
            {
                patientId = SandboxHost.Analisa,
                resource = "conditions",
                change = "amended",
                recordId = brought,
            }
        );

        Assert.Equal(HttpStatusCode.NoContent, change.StatusCode);
        var record = await host.GetAsync(
            SandboxHost.ListPath(SandboxHost.Analisa, "condition", "conditions") + $"/{brought}"
        );
        Assert.Equal("Amended", record.Member("status")?.Text("text"));
    }

    [Fact]
    public async Task A_split_off_source_has_no_records_of_the_rest_to_change()
    {
        var kept = (await host.AllAsync(SandboxHost.Analisa, "condition", "conditions"))
            .First(record => Source(record) != Northgate)
            .Text("id");
        var split = await OrderAsync(
            "split",
            new { patientId = SandboxHost.Analisa, dataPartitionId = Northgate }
        );

        using var change = await host.Client.PostAsJsonAsync(
            "/sandbox/events/change",
            new
            {
                patientId = split.Text("splitOffPatientId"),
                resource = "conditions",
                change = "amended",
                recordId = kept,
            }
        );
        Assert.Equal(HttpStatusCode.BadRequest, change.StatusCode);
    }

    [Fact]
    public async Task A_cursor_is_good_for_the_list_of_one_id_and_not_for_what_it_was_parted_from()
    {
        var split = await OrderAsync(
            "split",
            new { patientId = SandboxHost.Analisa, dataPartitionId = Northgate }
        );
        var (rest, off) = (split.Text("remainingPatientId")!, split.Text("splitOffPatientId")!);
        var next = (
            await host.GetAsync(SandboxHost.ListPath(rest, "condition", "conditions") + "?limit=1")
        ).Text("nextLink")!;

        await host.GetAsync(next);
        using var foreign = await host.Client.GetAsync(
            next.Replace(rest, off, StringComparison.Ordinal)
        );
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
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

    private async Task<List<(string Partition, string Id)>> SourcesAsync(string patientId) =>
        [
            .. (await host.AllAsync(patientId, "patient", "demographics"))
                .Select(record => record.GetProperty("sourceIdentifier"))
                .Select(source => (source.Text("dataPartitionId")!, source.Text("id")!)),
        ];

    /// <summary>The record number of a patient at one source.</summary>
    private async Task<string> MrnAsync(
        string patientId,
        string partition = SandboxHost.StBrigid
    ) =>
        (await host.AllAsync(patientId, "patient", "demographics"))
            .Single(record => Source(record) == partition)
            .GetProperty("aliases")[0]
            .Text("value")!;

    private async Task<string[]> SearchAsync(string mrn)
    {
        using var answer = await host.Client.PostAsJsonAsync(
            $"/patient/v1/populations/{SandboxHost.Population}/patient-search",
            new { alias = new { value = mrn } }
        );
        answer.EnsureSuccessStatusCode();
        var page = await SandboxHost.ReadAsync(answer);
        string[] ids =
        [
            .. page.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").Text("id")!),
        ];
        Assert.Equal(ids.Length, page.GetProperty("totalResults").GetInt32());
        return ids;
    }

    private Task<JsonElement> PeopleAsync(string query) =>
        host.GetAsync(
            $"/legacy/record/api/populations/{SandboxHost.Population}/people?limit=100&{query}"
        );

    private static List<(string, string)> RecordIds(JsonElement person) =>
        [
            .. person
                .GetProperty("record_ids")
                .EnumerateArray()
                .Select(id => (id.Text("data_partition_id")!, id.Text("person_id")!)),
        ];

    private async Task<int> CoveragesAsync(string patientId) =>
        (
            await host.GetAsync(
                $"/legacy/record/api/populations/{SandboxHost.Population}/people/{patientId}"
            )
        )
            .GetProperty("benefit_coverages")
            .GetArrayLength();

    private async Task<JsonElement[]> ConsumersAsync(string partition, string id) =>
        [
            .. (
                await host.GetAsync(
                    $"/consumer/v1/consumers?sourceId={id}&dataPartitionId={partition}"
                )
            )
                .GetProperty("items")
                .EnumerateArray(),
        ];

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
