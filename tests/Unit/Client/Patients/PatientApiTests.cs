using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Patients;

public sealed class PatientApiTests
{
    private const string Root = $"{Wire.Host}/patient/v1/populations/{Wire.Population}";

    private static readonly SourceIdentifier Source = new(Wire.Partition, "151579");

    [Fact]
    public async Task A_lookup_asks_with_partition_and_local_person()
    {
        var transport = StubTransport.Ok("""{"items":[]}""");
        using var client = Wire.Client(transport);

        await client.Patients.LookupAsync(
            Wire.Population,
            new SourceIdentifier(Wire.Partition, "a&b c")
        );

        Assert.Equal(HttpMethod.Get, transport.Only.Method);
        Assert.Equal(
            $"{Root}/patient-id-lookup?dataPartitionId={Wire.Partition}&sourcePersonId=a%26b%20c",
            transport.Only.Address.AbsoluteUri
        );
    }

    [Fact]
    public async Task A_reply_without_anybody_is_none()
    {
        var lookup = await LookUp(Answer.Ok("""{"items":[]}"""));

        Assert.Equal(Answer.CorrelationId, Assert.IsType<PatientLookup.None>(lookup).CorrelationId);
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, "")]
    [InlineData(HttpStatusCode.NotFound, "{}")]
    public async Task The_other_ways_to_say_not_found_are_none_too(
        HttpStatusCode status,
        string body
    ) => Assert.IsType<PatientLookup.None>(await LookUp(Answer.With(status, body)));

    [Theory]
    [InlineData("""{"items":[{"sourcePersonId":"151579","patient":{"id":"p1"}}]}""")]
    [InlineData("""{"items":[{"sourcePersonId":151579,"patient":"p1"}]}""")]
    [InlineData(
        """{"items":[{"sourcePersonId":"151579","patient":{"id":"p1"}},{"sourcePersonId":"151579","patient":{"id":"p1"}},{"sourcePersonId":"1","patient":{"id":"p2"}}]}"""
    )]
    public async Task One_patient_is_one_however_often_it_is_listed(string body) =>
        Assert.Equal(
            "p1",
            Assert.IsType<PatientLookup.One>(await LookUp(Answer.Ok(body))).PatientId
        );

    [Fact]
    public async Task Two_patients_are_many_and_none_is_picked()
    {
        var lookup = await LookUp(
            Answer.Ok(
                """{"items":[{"sourcePersonId":"151579","patient":{"id":"p1"}},{"sourcePersonId":"151579","patient":{"id":"p2"}}]}"""
            )
        );

        Assert.Equal(["p1", "p2"], Assert.IsType<PatientLookup.Many>(lookup).PatientIds);
    }

    [Fact]
    public async Task A_conflict_is_many_without_names() =>
        Assert.Empty(
            Assert
                .IsType<PatientLookup.Many>(await LookUp(Answer.With(HttpStatusCode.Conflict)))
                .PatientIds
        );

    [Theory]
    [InlineData("""{"items":[{"sourcePersonId":"151579"}]}""")]
    [InlineData("""{"items":[{"sourcePersonId":"151579","patient":{"id":""}}]}""")]
    [InlineData("""{"items":[{"sourcePersonId":"3019123","patient":{"id":"other"}}]}""")]
    [InlineData("""{"items":[{"patient":{"id":"p1"}}]}""")]
    [InlineData("""{"items":[null]}""")]
    [InlineData("""{}""")]
    [InlineData("""{"items":null}""")]
    public async Task A_reply_that_answers_nothing_is_an_error_and_never_none(string body) =>
        await Assert.ThrowsAsync<ContractViolationException>(() => LookUp(Answer.Ok(body)));

    [Theory]
    [InlineData("", "1")]
    [InlineData("p", " ")]
    public async Task A_blank_source_is_refused_before_anything_is_sent(string partition, string id)
    {
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(transport);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            client.Patients.LookupAsync(Wire.Population, new SourceIdentifier(partition, id))
        );
        Assert.Empty(transport.Sent);
    }

    [Fact]
    public async Task A_search_posts_the_criteria_and_pages_by_offset()
    {
        var transport = StubTransport.Ok("""{"items":[],"totalResults":0}""");
        using var client = Wire.Client(transport);

        await client
            .Patients.SearchAsync(
                Wire.Population,
                new PatientSearch
                {
                    Name = "John Doe",
                    Alias = new PatientSearchAlias("1.2.3", "151579"),
                    BirthDate = new DateOnly(1911, 1, 25),
                    Telecom = "(010)111-1234",
                },
                new OffsetQuery { Offset = 40, Limit = 5 }
            )
            .AllAsync();

        Assert.Equal(HttpMethod.Post, transport.Only.Method);
        Assert.Equal(
            $"{Root}/patient-search?offset=40&limit=5",
            transport.Only.Address.AbsoluteUri
        );
        Assert.Equal("application/json", transport.Only.Headers["Content-Type"]);
        Assert.Equal(
            """{"name":"John Doe","alias":{"system":"1.2.3","value":"151579"},"birthDate":"1911-01-25","telecom":"(010)111-1234"}""",
            transport.Only.Body
        );
    }

    [Fact]
    public async Task A_criterion_that_is_not_given_is_not_sent()
    {
        var transport = StubTransport.Ok("""{"items":[]}""");
        using var client = Wire.Client(transport);

        await Search(client).AllAsync();

        Assert.Equal("""{"name":"Doe"}""", transport.Only.Body);
    }

    [Fact]
    public async Task Both_spellings_of_a_found_patient_are_read_and_what_else_is_said_of_them_is_kept()
    {
        using var client = Wire.Client(
            StubTransport.Ok(
                """{"items":[{"id":{"id":"p1"},"score":0.9},{"id":"p2"}],"totalResults":2,"firstLink":"https://x/","lastLink":"https://x/?"}"""
            )
        );

        var page = Assert.Single(await Search(client).AllAsync());

        Assert.Equal(["p1", "p2"], page.Items.Select(item => item.Id));
        Assert.Equal(["score"], page.Items[0].Additional.Keys);
        Assert.Equal(["lastLink"], page.Additional.Keys);
        Assert.Equal(2, page.TotalResults);
        Assert.False(page.HasMore);
        Assert.Equal(Answer.CorrelationId, page.CorrelationId);
    }

    [Theory]
    [InlineData("""{"items":[{"id":"p1"}],"totalResults":2}""", "?offset=1&limit=20")]
    [InlineData(
        $$"""{"items":[{"id":"p1"}],"nextLink":"{{Root}}/patient-search?offset=1&limit=7"}""",
        "?offset=1&limit=7"
    )]
    public async Task A_search_goes_on_by_its_total_or_by_its_link_with_the_same_criteria(
        string first,
        string next
    )
    {
        var transport = new StubTransport(
            (_, number) => Answer.Ok(number == 1 ? first : """{"items":[{"id":"p2"}]}""")
        );
        using var client = Wire.Client(transport);

        var pages = await Search(client).AllAsync();

        Assert.Equal(["p1", "p2"], pages.SelectMany(page => page.Items).Select(item => item.Id));
        Assert.Equal([true, false], pages.Select(page => page.HasMore));
        Assert.Equal(next, transport.Sent[1].Address.Query);
        Assert.All(
            transport.Sent,
            sent =>
            {
                Assert.Equal(HttpMethod.Post, sent.Method);
                Assert.Equal("""{"name":"Doe"}""", sent.Body);
            }
        );
    }

    [Fact]
    public async Task A_search_is_left_after_the_page_that_is_enough()
    {
        var transport = StubTransport.Ok("""{"items":[{"id":"p1"}],"totalResults":2}""");
        using var client = Wire.Client(transport);

        Assert.True((await Search(client).FirstAsync()).HasMore);
        Assert.Equal("p1", (await Search(client).ItemsAsync().FirstAsync()).Id);

        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task A_search_without_a_criterion_is_refused_before_anything_is_sent()
    {
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(transport);

        Assert.Throws<ArgumentException>(() =>
            client.Patients.SearchAsync(Wire.Population, new PatientSearch { Name = " " })
        );
        foreach (
            var query in new OffsetQuery[]
            {
                new() { Offset = -1 },
                new() { Limit = 101 },
            }
        )
            Assert.Throws<ArgumentOutOfRangeException>(() =>
                client.Patients.SearchAsync(
                    Wire.Population,
                    new PatientSearch { Name = "x" },
                    query
                )
            );
        Assert.Empty(transport.Sent);
    }

    [Fact]
    public async Task A_search_is_tried_again_with_its_body()
    {
        var transport = new StubTransport(
            (_, number) =>
                number == 1
                    ? Answer.With(HttpStatusCode.ServiceUnavailable)
                    : Answer.Ok("""{"items":[]}""")
        );
        using var client = Wire.Client(transport);

        await Search(client).AllAsync();

        Assert.Equal(
            ["""{"name":"Doe"}""", """{"name":"Doe"}"""],
            transport.Sent.Select(sent => sent.Body)
        );
    }

    [Fact]
    public async Task Demographics_are_asked_for_where_the_contract_says()
    {
        var transport = StubTransport.Ok("""{"id":"x","items":[]}""");
        using var client = Wire.Client(transport);

        await client.Patients.ListDemographicsAsync(Wire.Population, Wire.Patient).AllAsync();
        await client.Patients.GetDemographicAsync(Wire.Population, Wire.Patient, "f00");

        Assert.Equal(
            [
                $"{Wire.PatientRoot("patient")}/demographics?limit=100",
                $"{Wire.PatientRoot("patient")}/demographics/f00",
            ],
            transport.Sent.Select(sent => sent.Address.AbsoluteUri)
        );
    }

    private static async Task<PatientLookup> LookUp(HttpResponseMessage answer)
    {
        using var client = Wire.Client(new StubTransport((_, _) => answer));
        return await client.Patients.LookupAsync(Wire.Population, Source);
    }

    private static IAsyncEnumerable<Page<Reference>> Search(HealtheIntentClient client) =>
        client.Patients.SearchAsync(Wire.Population, new PatientSearch { Name = "Doe" });
}
