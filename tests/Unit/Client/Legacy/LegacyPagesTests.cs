using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Legacy;

public sealed class LegacyPagesTests
{
    [Fact]
    public async Task The_next_page_begins_after_the_items_that_came()
    {
        var transport = new StubTransport(
            (_, number) =>
                Answer.Ok(
                    number == 1
                        ? """{"programs":[{"id":"1"},{"id":"2"}],"more_results":true,"total_results":3}"""
                        : """{"programs":[{"id":"3"}],"more_results":false,"total_results":"3"}"""
                )
        );
        using var client = Wire.Client(transport);

        var pages = await Programs(client).AllAsync();

        Assert.Equal(["?offset=0&limit=100", "?offset=2&limit=100"], Queries(transport));
        Assert.Equal(["1", "2", "3"], pages.SelectMany(page => page.Items).Select(item => item.Id));
        Assert.Equal([true, false], pages.Select(page => page.HasMore));
        Assert.All(pages, page => Assert.Equal(3, page.TotalResults));
        Assert.All(pages, page => Assert.Equal(Answer.CorrelationId, page.CorrelationId));
    }

    [Theory]
    [InlineData("""[{"id":"1"}]""")]
    [InlineData("""{"programs":[{"id":"1"}]}""")]
    [InlineData("""{"programs":[{"id":"1"}],"more_results":null,"total_results":null}""")]
    [InlineData("""{"later":{"programs":[]},"total_results":"many","programs":[{"id":"1"}]}""")]
    public async Task A_list_that_names_no_more_is_complete(string body)
    {
        using var client = Wire.Client(StubTransport.Ok(body));

        var page = Assert.Single(await Programs(client).AllAsync());

        Assert.Equal("1", Assert.Single(page.Items).Id);
        Assert.False(page.HasMore);
        Assert.Null(page.TotalResults);
    }

    [Theory]
    [InlineData("""{"programs":[{"id":"1"}],"total_results":2}""", true)]
    [InlineData("""{"programs":[{"id":"1"}],"total_results":2,"more_results":null}""", true)]
    [InlineData("""{"programs":[{"id":"1"}],"total_results":2,"more_results":false}""", false)]
    [InlineData("""{"programs":[{"id":"1"}],"total_results":1}""", false)]
    public async Task The_total_says_whether_there_is_more_where_nothing_else_does(
        string body,
        bool more
    )
    {
        using var client = Wire.Client(StubTransport.Ok(body));

        await foreach (var page in Programs(client))
        {
            Assert.Equal(more, page.HasMore);
            break;
        }
    }

    [Fact]
    public async Task What_stands_beside_the_items_and_nobody_knows_is_kept()
    {
        using var client = Wire.Client(
            StubTransport.Ok(
                """{"as_of":"2026-11-29","programs":[{"id":"1"}],"later":{"programs":[]},"none":null}"""
            )
        );

        var page = Assert.Single(await Programs(client).AllAsync());

        Assert.Equal(["as_of", "later", "none"], page.Additional.Keys.Order());
        Assert.Equal("2026-11-29", page.Additional["as_of"].GetString());
    }

    [Fact]
    public async Task No_content_is_an_empty_list()
    {
        using var client = Wire.Client(StubTransport.Always(HttpStatusCode.NoContent, ""));

        Assert.Empty(Assert.Single(await Programs(client).AllAsync()).Items);
    }

    [Theory]
    [InlineData("{}", "$.programs")]
    [InlineData("""{"programs":null}""", "$.programs")]
    [InlineData("""{"persons":[]}""", "$.programs")]
    [InlineData("""{"programs":[{"id":"1"},null]}""", "$.programs[1]")]
    [InlineData("""{"programs":{"id":"1"}}""", "$")]
    [InlineData("\"none\"", "$")]
    public async Task A_reply_without_its_items_is_an_error_and_never_an_empty_list(
        string body,
        string path
    )
    {
        using var client = Wire.Client(StubTransport.Ok(body));

        var error = await Assert.ThrowsAsync<ContractViolationException>(() =>
            Programs(client).AllAsync()
        );

        Assert.Equal(path, error.JsonPath);
    }

    [Fact]
    public async Task A_platform_that_knows_no_offset_ends_the_list_as_an_error_after_its_page()
    {
        using var client = Wire.Client(
            StubTransport.Ok("""{"programs":[{"id":"1"}],"more_results":true}""")
        );

        Assert.Equal(1, await CountPagesUntilErrorAsync(client));
    }

    [Fact]
    public async Task A_list_that_goes_on_without_items_ends_as_an_error()
    {
        using var client = Wire.Client(StubTransport.Ok("""{"programs":[],"more_results":true}"""));

        Assert.Equal(0, await CountPagesUntilErrorAsync(client));
    }

    [Fact]
    public async Task A_list_ends_at_the_limit_of_pages_with_what_was_received()
    {
        using var client = Wire.Client(
            new StubTransport(
                (_, number) =>
                    Answer.Ok($$"""{"programs":[{"id":"{{number}}"}],"more_results":true}""")
            ),
            configure: options => options.Limits.MaxPages = 3
        );

        Assert.Equal(3, await CountPagesUntilErrorAsync(client));
    }

    [Fact]
    public async Task A_list_is_asked_for_from_the_offset_and_by_the_number_wanted()
    {
        var transport = new StubTransport(
            (_, number) => Answer.Ok($$"""{"programs":[{"id":"{{number}}"}],"total_results":9}""")
        );
        using var client = Wire.Client(transport);
        var query = new OffsetQuery { Offset = 7, Limit = 5 };

        await client.Registries.ListProgramsAsync(Wire.Population, query).AllAsync();

        Assert.Equal(["?offset=7&limit=5", "?offset=8&limit=5"], Queries(transport));
    }

    [Fact]
    public void A_number_that_the_platform_would_refuse_is_not_sent()
    {
        using var client = Wire.Client(StubTransport.Ok("{}"));

        Assert.Throws<ArgumentOutOfRangeException>(() =>
            client.Registries.ListProgramsAsync(Wire.Population, new() { Limit = 101 })
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            client.Registries.ListProgramsAsync(Wire.Population, new() { Offset = -1 })
        );
    }

    [Fact]
    public async Task An_error_leaves_the_pages_before_it_valid()
    {
        using var client = Wire.Client(
            new StubTransport(
                (_, number) =>
                    number == 1
                        ? Answer.Ok("""{"programs":[{"id":"1"}],"more_results":true}""")
                        : Answer.With(HttpStatusCode.Forbidden)
            )
        );
        var received = 0;

        await Assert.ThrowsAsync<NotGrantedException>(async () =>
        {
            await foreach (var page in Programs(client))
                received += page.Items.Count;
        });

        Assert.Equal(1, received);
    }

    private static async Task<int> CountPagesUntilErrorAsync(HealtheIntentClient client)
    {
        var pages = 0;
        var error = await Assert.ThrowsAsync<ContractViolationException>(async () =>
        {
            await foreach (var _ in Programs(client))
                pages++;
        });
        Assert.Equal("$.more_results", error.JsonPath);
        return pages;
    }

    private static IAsyncEnumerable<Page<RegistryProgram>> Programs(HealtheIntentClient client) =>
        client.Registries.ListProgramsAsync(Wire.Population);

    private static IEnumerable<string> Queries(StubTransport transport) =>
        transport.Sent.Select(sent => sent.Address.Query);
}
