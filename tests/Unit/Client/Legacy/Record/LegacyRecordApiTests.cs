using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Legacy.Record;

public sealed class LegacyRecordApiTests
{
    private const string Root =
        $"https://cernerdemo.record.us-1.healtheintent.com/api/populations/{Wire.Population}";

    private const string LookupAddress = $"{Root}/data_partitions/{Wire.Partition}/empi_lookup";
    private const string Found =
        """{"response":{"fields":[{"field_name":"other","field_value":"x"},{"field_name":"empi_person_id","field_value":"p1"}],"error":{}}}""";

    private static readonly SourceIdentifier Source = new(Wire.Partition, "a&b c");

    [Fact]
    public async Task A_lookup_posts_the_local_id_and_keeps_it_out_of_the_address()
    {
        var transport = StubTransport.Ok(Found);
        using var client = Wire.Client(transport);

        await client.Legacy.LookupAsync(Wire.Population, Source);

        AssertSent(transport.Only, HttpMethod.Post, LookupAddress);
        Assert.Equal("application/json", transport.Only.Headers["Content-Type"]);
        Assert.Equal("""{"id":"a\u0026b c"}""", transport.Only.Body);
    }

    [Fact]
    public async Task A_lookup_by_address_gets_with_the_local_id_in_the_query()
    {
        var transport = StubTransport.Ok(Found);
        using var client = Wire.Client(transport);

        await client.Legacy.LookupByAddressAsync(Wire.Population, Source);

        AssertSent(transport.Only, HttpMethod.Get, $"{LookupAddress}?id=a%26b%20c");
        Assert.Null(transport.Only.Body);
        Assert.DoesNotContain("Content-Type", transport.Only.Headers.Keys);
    }

    [Fact]
    public async Task The_older_hosts_have_no_region()
    {
        var transport = StubTransport.Ok(Found);
        using var client = Wire.Client(
            transport,
            configure: options => options.LegacyHostsWithoutRegion = true
        );

        await client.Legacy.LookupAsync(Wire.Population, Source);

        Assert.Equal("cernerdemo.record.healtheintent.com", transport.Only.Address.Host);
    }

    [Theory]
    [InlineData(Found)]
    [InlineData(
        """{"response":{"fields":[{"field_name":"empi_person_id","field_value":"p1"},null,{"field_name":"empi_person_id","field_value":"p1"},{"field_name":"empi_person_id","field_value":""}],"errors":{}}}"""
    )]
    [InlineData(
        """{"response":{"fields":[{"field_name":"empi_person_id","field_value":"p1"}],"error":null,"errors":[]},"later":1}"""
    )]
    public async Task One_person_is_one_however_the_page_spells_that_there_is_no_error(
        string body
    ) =>
        Assert.All(
            await LookUpBothWays(() => Answer.Ok(body)),
            lookup => Assert.Equal("p1", Assert.IsType<LegacyPersonLookup.One>(lookup).PersonId)
        );

    [Fact]
    public async Task Every_field_of_the_answer_is_kept_by_its_name()
    {
        using var client = Wire.Client(StubTransport.Ok(Found));

        var one = Assert.IsType<LegacyPersonLookup.One>(
            await client.Legacy.LookupAsync(Wire.Population, Source)
        );

        Assert.Equal("x", one.Fields["other"]);
        Assert.Equal("p1", one.Fields["empi_person_id"]);
        Assert.Equal(Answer.CorrelationId, one.CorrelationId);
    }

    [Fact]
    public async Task No_content_is_nobody() =>
        Assert.All(
            await LookUpBothWays(() => Answer.With(HttpStatusCode.NoContent, "")),
            lookup =>
            {
                var none = Assert.IsType<LegacyPersonLookup.None>(lookup);
                Assert.Equal(Answer.CorrelationId, none.CorrelationId);
                Assert.Null(none.Location);
            }
        );

    [Fact]
    public async Task A_conflict_is_many_and_two_ids_are_too()
    {
        var conflict = await LookUpBothWays(() => Answer.With(HttpStatusCode.Conflict));
        var two = await LookUpBothWays(() =>
            Answer.Ok(
                """{"response":{"fields":[{"field_name":"empi_person_id","field_value":"p1"},{"field_name":"empi_person_id","field_value":"p2"}]}}"""
            )
        );

        Assert.All(
            conflict.Concat(two),
            lookup =>
                Assert.Equal(
                    Answer.CorrelationId,
                    Assert.IsType<LegacyPersonLookup.Many>(lookup).CorrelationId
                )
        );
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, "/search?id=1", "/search")]
    [InlineData(HttpStatusCode.Conflict, "https://people.example.org/search", "/search")]
    [InlineData(HttpStatusCode.Conflict, "javascript:alert(1)", null)]
    public async Task Where_the_platform_sends_a_person_on_is_handed_over_and_not_followed(
        HttpStatusCode status,
        string location,
        string? path
    )
    {
        var transport = new StubTransport(
            (_, _) =>
            {
                var answer = Answer.With(status, "");
                answer.Headers.TryAddWithoutValidation("Location", location);
                return answer;
            }
        );
        using var client = Wire.Client(transport);

        var lookup = await client.Legacy.LookupAsync(Wire.Population, Source);

        Assert.Equal(path, lookup.Location?.AbsolutePath);
        Assert.Single(transport.Sent);
    }

    [Theory]
    [InlineData("{}", "$.response.fields")]
    [InlineData("""{"response":{"fields":[]}}""", "$.response.fields")]
    [InlineData(
        """{"response":{"fields":[{"field_name":"other","field_value":"p1"}]}}""",
        "$.response.fields"
    )]
    [InlineData(
        """{"response":{"fields":[{"field_name":"empi_person_id","field_value":"p1"}],"error":{"code":"1"}}}""",
        "$.response.error"
    )]
    [InlineData(
        """{"response":{"fields":[{"field_name":"empi_person_id","field_value":"p1"}],"errors":["x"]}}""",
        "$.response.error"
    )]
    public async Task A_reply_that_answers_nothing_is_an_error_and_never_nobody(
        string body,
        string path
    )
    {
        var error = await Assert.ThrowsAsync<ContractViolationException>(() =>
            LookUpBothWays(() => Answer.Ok(body))
        );

        Assert.Equal(path, error.JsonPath);
    }

    [Fact]
    public async Task A_search_asks_with_the_criteria_that_were_given()
    {
        var transport = StubTransport.Ok("""{"persons":[]}""");
        using var client = Wire.Client(transport);

        await client
            .Legacy.SearchAsync(
                Wire.Population,
                new LegacyPersonSearch
                {
                    Name = "Gi & Fa",
                    GivenName = "Gi",
                    FamilyName = "Fa",
                    DateOfBirth = new DateOnly(1911, 1, 25),
                    Gender = "Female",
                    Alias = "151579",
                    AliasSystem = "1.2.3",
                    AliasType = "MRN",
                }
            )
            .AllAsync();

        AssertSent(
            transport.Only,
            HttpMethod.Get,
            $"{Root}/people?name=Gi%20%26%20Fa&given_name=Gi&family_name=Fa&date_of_birth=1911-01-25&gender=Female&alias=151579&alias_system=1.2.3&alias_type=MRN&offset=0&limit=100"
        );
    }

    [Fact]
    public async Task A_search_without_criteria_lists_the_population()
    {
        var transport = StubTransport.Ok(
            """{"persons":[{"id":"p1","gender":"Female","formatted_name":"Fa, Gi","record_ids":[{"data_partition_id":"d","person_id":"1"}]}],"more_results":false,"total_results":1}"""
        );
        using var client = Wire.Client(transport);

        var page = Assert.Single(
            await client.Legacy.SearchAsync(Wire.Population, new LegacyPersonSearch()).AllAsync()
        );

        AssertSent(transport.Only, HttpMethod.Get, $"{Root}/people?offset=0&limit=100");
        var person = Assert.Single(page.Items);
        Assert.Equal(("p1", "Female"), (person.Id, person.Gender!.Display));
        Assert.Equal("1", Assert.Single(person.RecordIds).PersonId);
        Assert.Equal(1, page.TotalResults);
    }

    [Fact]
    public async Task A_person_is_asked_for_where_the_contract_says()
    {
        var transport = StubTransport.Ok(LegacySamples.Person);
        using var client = Wire.Client(transport);

        await client.Legacy.GetPersonAsync(Wire.Population, "a2f6a16d");
        await client.Legacy.GetPersonAsync(Wire.Population, "a2f6a16d", "ENROLLMENT");

        Assert.Equal(
            [
                $"{Root}/people/a2f6a16d",
                $"{Root}/people/a2f6a16d?benefit_coverages.type=ENROLLMENT",
            ],
            transport.Sent.Select(sent => sent.Address.AbsoluteUri)
        );
        Assert.All(transport.Sent, sent => Assert.Equal(HttpMethod.Get, sent.Method));
    }

    [Fact]
    public async Task A_person_who_is_another_is_an_error_and_one_without_an_id_is_not()
    {
        using var another = Wire.Client(StubTransport.Ok("""{"id":"p2"}"""));
        using var unnamed = Wire.Client(StubTransport.Ok("""{"full_name":"Gi Fa"}"""));

        var error = await Assert.ThrowsAsync<ContractViolationException>(() =>
            another.Legacy.GetPersonAsync(Wire.Population, "p1")
        );
        var person = await unnamed.Legacy.GetPersonAsync(Wire.Population, "p1");

        Assert.Equal("$.id", error.JsonPath);
        Assert.Equal("Gi Fa", person.FullName);
    }

    [Fact]
    public async Task What_is_blank_is_refused_before_anything_is_sent()
    {
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(transport);
        Func<Task>[] calls =
        [
            () => client.Legacy.LookupAsync(Wire.Population, new SourceIdentifier("p", " ")),
            () => client.Legacy.LookupAsync(Wire.Population, new SourceIdentifier("", "1")),
            () =>
                client.Legacy.LookupByAddressAsync(Wire.Population, new SourceIdentifier("p", "")),
            () => client.Legacy.GetPersonAsync(Wire.Population, ".."),
            () => client.Legacy.GetPersonAsync(Wire.Population, "p", " "),
            () => client.Legacy.SearchAsync(" ", new LegacyPersonSearch()).AllAsync(),
            () =>
                client
                    .Legacy.SearchAsync(Wire.Population, new LegacyPersonSearch { Name = " " })
                    .AllAsync(),
        ];

        foreach (var call in calls)
            await Assert.ThrowsAsync<ArgumentException>(call);

        Assert.Empty(transport.Sent);
    }

    private static void AssertSent(SentRequest sent, HttpMethod method, string address)
    {
        Assert.Equal(method, sent.Method);
        Assert.Equal(address, sent.Address.AbsoluteUri);
        Assert.Equal("application/json", sent.Headers["Accept"]);
        Assert.Equal($"Bearer {Wire.Token}", sent.Headers["Authorization"]);
    }

    private static async Task<LegacyPersonLookup[]> LookUpBothWays(Func<HttpResponseMessage> answer)
    {
        using var client = Wire.Client(new StubTransport((_, _) => answer()));
        return
        [
            await client.Legacy.LookupAsync(Wire.Population, Source),
            await client.Legacy.LookupByAddressAsync(Wire.Population, Source),
        ];
    }
}
