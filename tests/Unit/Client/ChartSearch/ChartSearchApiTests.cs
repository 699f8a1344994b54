using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Json;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.ChartSearch;

public sealed class ChartSearchApiTests
{
    private static readonly string List = $"{Wire.PatientRoot("chart-search")}/search-results";

    [Fact]
    public async Task A_search_is_asked_where_the_contract_says()
    {
        var transport = StubTransport.Ok("""{"items":[],"totalResults":0}""");
        using var client = Wire.Client(transport);

        await Search(
            client,
            new ChartSearchRequest("heart attack & <b>")
            {
                Page = new() { Offset = 20, Limit = 5 },
            }
        );

        ReadCall.AssertSent(
            transport.Only,
            $"{List}?query=heart%20attack%20%26%20%3Cb%3E&offset=20&limit=5"
        );
    }

    [Fact]
    public async Task A_search_asks_for_twenty_hits_at_a_time()
    {
        var transport = StubTransport.Ok("""{"items":[]}""");
        using var client = Wire.Client(transport);

        await Search(client, new("pizza"));

        Assert.Equal("?query=pizza&offset=0&limit=20", transport.Only.Address.Query);
    }

    [Fact]
    public async Task A_hit_says_where_it_is_and_what_was_found()
    {
        // A snippet is a text as the contract infers it; as an object it is read too.
        var sample = Samples.All["chart-search-hit"];
        var texts = sample.Replace(
            """{"text":"a <em>b</em> c"}""",
            "\"a <em>b</em> c\"",
            StringComparison.Ordinal
        );
        Assert.NotEqual(sample, texts);
        using var client = Wire.Client(StubTransport.Ok($$"""{"items":[{{texts}}]}"""));

        var hit = (await Search(client, new("x"))).Single().Items.Single();

        Assert.Equal(("i", 1L, 0.93), (hit.Id, hit.Rank, hit.Score));
        Assert.Equal(("DOCUMENT", "CLINICAL_NOTE"), (hit.Type, hit.Category));
        Assert.Equal(("ED Note", "CHIEF_COMPLAINT"), (hit.Title, hit.Section));
        Assert.Equal("2020-03-01T10:00:00Z", hit.Date?.Text);
        Assert.Equal(
            [("a ", false), ("b", true), (" c", false)],
            Assert.Single(hit.Snippets).Parts.Select(part => (part.Text, part.IsFound))
        );
        Assert.Equal("d", Assert.Single(hit.MatchedConcepts).Display);
        Assert.Equal(["pizza"], hit.MatchedTerms);
        Assert.Equal(("d", "e"), (hit.Document?.Id, hit.Encounter?.Id));
        Assert.Equal(new SourceIdentifier("p", "1"), hit.SourceIdentifier);
        Assert.Equal(["later"], hit.Additional.Keys);
    }

    [Fact]
    public async Task Hits_come_in_pages_with_their_total_and_what_the_words_were_taken_for()
    {
        var transport = new StubTransport(
            (_, number) =>
                Answer.Ok(
                    $$"""
                    {"items":[{"id":"{{number}}"}],"totalResults":2,"concepts":[{"alias":"MI"}],
                     "firstLink":"{{List}}?offset=0","nextLink":"{{(
                        number == 1 ? $"{List}?offset=1" : ""
                    )}}"}
                    """
                )
        );
        using var client = Wire.Client(transport);

        var pages = await Search(client, new("x"));

        Assert.Equal(["1", "2"], pages.SelectMany(page => page.Items).Select(hit => hit.Id));
        Assert.Equal([2, 2], pages.Select(page => page.TotalResults));
        Assert.All(pages, page => Assert.Equal(Wire.Patient, page.PatientId));
        Assert.Equal("""[{"alias":"MI"}]""", pages[0].Additional["concepts"].GetRawText());
    }

    [Fact]
    public async Task Hits_of_another_patient_are_never_handed_over()
    {
        var other = List.Replace(Wire.Patient, "somebody-else", StringComparison.Ordinal);
        using var client = Wire.Client(
            StubTransport.Ok($$"""{"items":[{"id":"a"}],"firstLink":"{{other}}?offset=0"}""")
        );

        await Assert.ThrowsAsync<ContractViolationException>(() => Search(client, new("x")));
    }

    [Theory]
    [InlineData("", 0, 20)]
    [InlineData("  ", 0, 20)]
    [InlineData("x", -1, 20)]
    [InlineData("x", 0, 0)]
    [InlineData("x", 0, 101)]
    public async Task A_search_the_platform_would_refuse_is_not_sent(
        string words,
        int offset,
        int limit
    )
    {
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(transport);

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            Search(
                client,
                new(words)
                {
                    Page = new() { Offset = offset, Limit = limit },
                }
            )
        );
        Assert.Empty(transport.Sent);
    }

    private static async Task<List<Page<ChartSearchHit>>> Search(
        HealtheIntentClient client,
        ChartSearchRequest request
    ) => await client.ChartSearch.SearchAsync(Wire.Population, Wire.Patient, request).AllAsync();
}
