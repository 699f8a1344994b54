using System.Net;
using System.Text.Json.Nodes;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Patients;

public sealed class PatientIdLookupTests
{
    private const string Lookup =
        $"{Wire.Host}/patient/v1/populations/{Wire.Population}/patient-id-lookup";

    [Fact]
    public async Task Nobody_to_look_up_is_no_request()
    {
        var transport = StubTransport.Ok("{}");

        Assert.Empty(await FindAsync(transport, []));
        Assert.Empty(transport.Sent);
    }

    [Fact]
    public async Task One_person_is_asked_for_as_a_single_lookup_asks()
    {
        var transport = Platform(("1", ["p1"]));

        var found = await FindAsync(transport, ["1"]);

        Assert.Equal("p1", Assert.IsType<PatientLookup.One>(Assert.Single(found).Value).PatientId);
        ReadCall.AssertSent(
            transport.Only,
            $"{Lookup}?dataPartitionId={Wire.Partition}&sourcePersonId=1"
        );
    }

    [Fact]
    public async Task Contract_3_1_Several_are_asked_for_by_repeating_the_parameter_and_each_has_an_answer_of_its_own()
    {
        var transport = Platform(("1", ["p1"]), ("a&b", ["p2", "p3"]));

        var found = await FindAsync(transport, ["1", "a&b", "missing"]);

        ReadCall.AssertSent(
            transport.Only,
            $"{Lookup}?dataPartitionId={Wire.Partition}&sourcePersonId=1&sourcePersonId=a%26b&sourcePersonId=missing"
        );
        Assert.Equal(3, found.Count);
        Assert.Equal("p1", Assert.IsType<PatientLookup.One>(found["1"]).PatientId);
        Assert.Equal(["p2", "p3"], Assert.IsType<PatientLookup.Many>(found["a&b"]).PatientIds);
        Assert.IsType<PatientLookup.None>(found["missing"]);
        Assert.All(found.Values, one => Assert.Equal(Answer.CorrelationId, one.CorrelationId));
    }

    [Fact]
    public async Task An_id_that_is_given_twice_is_asked_for_once()
    {
        var transport = Platform(("1", ["p1"]), ("2", ["p2"]));

        var found = await FindAsync(transport, ["1", "2", "1", "2", "2"]);

        Assert.Equal(["1", "2"], found.Keys.Order());
        Assert.Equal(["1", "2"], Asked(transport.Only));
    }

    [Fact]
    public async Task A_request_asks_for_a_hundred_at_the_most()
    {
        var ids = Enumerable.Range(0, 201).Select(number => $"i{number}").ToArray();
        var transport = Platform([.. ids.Select(id => (id, new[] { $"p-{id}" }))]);

        var found = await FindAsync(transport, ids);

        Assert.Equal([100, 100, 1], transport.Sent.Select(sent => Asked(sent).Count));
        Assert.Equal(
            ids.Select(id => $"p-{id}"),
            ids.Select(id => Assert.IsType<PatientLookup.One>(found[id]).PatientId)
        );
    }

    [Fact]
    public async Task A_request_line_stays_within_what_servers_take()
    {
        var ids = Enumerable.Range(0, 100).Select(number => $"{number:D3}{new string('é', 60)}");
        var transport = Platform([.. ids.Select(id => (id, new[] { id }))]);

        Assert.Equal(100, (await FindAsync(transport, ids)).Count);

        Assert.All(
            transport.Sent,
            sent => Assert.InRange(sent.Address.AbsoluteUri.Length, 1, 8000)
        );
        Assert.InRange(transport.Sent.Count, 5, 10);
    }

    [Fact]
    public async Task A_conflict_over_many_is_nobodys_answer_and_each_is_asked_for_alone()
    {
        var transport = new StubTransport(
            (sent, _) =>
                Asked(sent).Contains("2")
                    ? Answer.With(HttpStatusCode.Conflict)
                    : Answer.Ok(Reply(sent, ("1", ["p1"])))
        );

        var found = await FindAsync(transport, ["1", "2", "3"]);

        Assert.Equal("p1", Assert.IsType<PatientLookup.One>(found["1"]).PatientId);
        Assert.Empty(Assert.IsType<PatientLookup.Many>(found["2"]).PatientIds);
        Assert.IsType<PatientLookup.None>(found["3"]);
        Assert.Equal(
            ["1,2,3", "1", "2", "3"],
            transport.Sent.Select(sent => string.Join(',', Asked(sent)))
        );
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "{}")]
    [InlineData(HttpStatusCode.NoContent, "")]
    public async Task Not_found_over_many_is_nobodys_answer_either(
        HttpStatusCode status,
        string body
    )
    {
        var transport = new StubTransport(
            (sent, _) =>
                Asked(sent).Contains("missing")
                    ? Answer.With(status, body)
                    : Answer.Ok(Reply(sent, ("1", ["p1"])))
        );

        var found = await FindAsync(transport, ["1", "missing"]);

        Assert.IsType<PatientLookup.One>(found["1"]);
        Assert.IsType<PatientLookup.None>(found["missing"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Who_a_platform_that_reads_one_of_several_ids_leaves_out_is_not_taken_for_missing(
        int place
    )
    {
        var transport = new StubTransport(
            (sent, _) =>
            {
                var asked = Asked(sent);
                return Answer.Ok(
                    Reply(
                        [asked[place < 0 ? ^1 : place]],
                        ("1", ["p1"]),
                        ("2", ["p2"]),
                        ("3", ["p3"])
                    )
                );
            }
        );

        var found = await FindAsync(transport, ["1", "2", "3", "missing"]);

        Assert.Equal(
            ["p1", "p2", "p3"],
            new[] { "1", "2", "3" }.Select(id =>
                Assert.IsType<PatientLookup.One>(found[id]).PatientId
            )
        );
        Assert.IsType<PatientLookup.None>(found["missing"]);
    }

    [Fact]
    public async Task An_answer_that_names_somebody_else_says_of_nobody_that_they_are_missing()
    {
        var transport = new StubTransport(
            (sent, _) =>
                Asked(sent).Count > 1
                    ? Answer.Ok(
                        """{"items":[{"sourcePersonId":"1","patient":{"id":"p1"}},{"sourcePersonId":"2","patient":{"id":"p2"}},{"sourcePersonId":"3","patient":{"id":"p3"}}]}"""
                    )
                    : Answer.Ok(Reply(sent, ("003", ["p3"])))
        );

        var found = await FindAsync(transport, ["1", "2", "003"]);

        Assert.Equal("p3", Assert.IsType<PatientLookup.One>(found["003"]).PatientId);
        Assert.Equal(2, transport.Sent.Count);
    }

    [Theory]
    [InlineData("\"nextLink\":\"https://x/\"")]
    [InlineData("\"totalResults\":3")]
    public async Task An_answer_that_is_a_part_settles_nobody(string more)
    {
        var transport = new StubTransport(
            (sent, _) =>
                Asked(sent).Count > 1
                    ? Answer.Ok(
                        $$$"""{"items":[{"sourcePersonId":"1","patient":{"id":"p1"}},{"sourcePersonId":"2","patient":{"id":"p2"}}],{{{more}}}}"""
                    )
                    : Answer.Ok(Reply(sent, ("1", ["p1", "p9"]), ("2", ["p2"])))
        );

        var found = await FindAsync(transport, ["1", "2"]);

        Assert.Equal(["p1", "p9"], Assert.IsType<PatientLookup.Many>(found["1"]).PatientIds);
        Assert.IsType<PatientLookup.One>(found["2"]);
        using var client = Wire.Client(
            StubTransport.Ok(
                $$$"""{"items":[{"sourcePersonId":"1","patient":{"id":"p1"}}],{{{more}}}}"""
            )
        );
        await Assert.ThrowsAsync<ContractViolationException>(() =>
            client.Patients.LookupAsync(Wire.Population, new SourceIdentifier(Wire.Partition, "1"))
        );
    }

    [Fact]
    public async Task A_failure_is_told_and_no_part_of_the_answer_stands_for_the_whole()
    {
        var transport = new StubTransport(
            (sent, number) =>
                number == 1
                    ? Answer.Ok(Reply(sent, ("i0", ["p0"]), ("i1", ["p1"])))
                    : Answer.With(HttpStatusCode.Forbidden)
        );

        await Assert.ThrowsAsync<NotGrantedException>(() =>
            FindAsync(transport, Enumerable.Range(0, 150).Select(number => $"i{number}"))
        );
    }

    [Fact]
    public async Task A_person_without_a_patient_is_an_error_and_never_none() =>
        await Assert.ThrowsAsync<ContractViolationException>(() =>
            FindAsync(
                StubTransport.Ok(
                    """{"items":[{"sourcePersonId":"1"},{"sourcePersonId":"2","patient":{"id":"p"}}]}"""
                ),
                ["1", "2"]
            )
        );

    [Theory]
    [InlineData(Wire.Population, Wire.Partition, " ")]
    [InlineData(Wire.Population, "", "1")]
    [InlineData("", Wire.Partition, "1")]
    public async Task A_blank_id_is_refused_before_anything_is_sent(
        string population,
        string partition,
        string id
    )
    {
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(transport);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            client.Patients.LookupManyAsync(
                population,
                partition,
                [.. Enumerable.Repeat("1", 150), id]
            )
        );
        Assert.Empty(transport.Sent);
    }

    [Fact]
    public async Task What_the_platform_adds_is_kept_with_the_person_it_is_about()
    {
        const string Body =
            """{"items":[{"sourcePersonId":"1","patient":{"id":"p1","state":"ACTIVE"},"score":0.9},{"sourcePersonId":"2","patient":{"id":"p2"}}],"asOf":"2026-11-29"}""";

        var found = await FindAsync(StubTransport.Ok(Body), ["1", "2", "3"]);

        Assert.Equal(["asOf", "score", "state"], found["1"].Additional.Keys.Order());
        Assert.Equal("ACTIVE", found["1"].Additional["state"].GetString());
        Assert.Equal(["asOf"], found["2"].Additional.Keys);
        Assert.Equal(["asOf"], found["3"].Additional.Keys);
    }

    private static async Task<IReadOnlyDictionary<string, PatientLookup>> FindAsync(
        StubTransport transport,
        IEnumerable<string> ids
    )
    {
        using var client = Wire.Client(transport);
        return await client.Patients.LookupManyAsync(Wire.Population, Wire.Partition, ids);
    }

    /// <summary>A platform that knows these local IDs, and says nothing of others.</summary>
    private static StubTransport Platform(params (string Id, string[] Patients)[] known) =>
        new((sent, _) => Answer.Ok(Reply(sent, known)));

    private static string Reply(SentRequest sent, params (string Id, string[] Patients)[] known) =>
        Reply(Asked(sent), known);

    private static string Reply(
        IReadOnlyCollection<string> asked,
        params (string Id, string[] Patients)[] known
    ) =>
        new JsonObject
        {
            ["items"] = new JsonArray([
                .. known
                    .Where(person => asked.Contains(person.Id))
                    .SelectMany(
                        person => person.Patients,
                        (person, patient) => (person.Id, patient)
                    )
                    .Select(pair => new JsonObject
                    {
                        ["sourcePersonId"] = pair.Id,
                        ["patient"] = new JsonObject { ["id"] = pair.patient },
                    }),
            ]),
        }.ToJsonString();

    private static List<string> Asked(SentRequest sent) =>
        [
            .. sent
                .Address.Query.TrimStart('?')
                .Split('&')
                .Where(part => part.StartsWith("sourcePersonId=", StringComparison.Ordinal))
                .Select(part => Uri.UnescapeDataString(part["sourcePersonId=".Length..])),
        ];
}
