using HealtheIntent.Client;
using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Paging;

public sealed class OffsetPagesTests
{
    private const string List = $"{Wire.Host}/thing/v1/things";

    private static readonly ApiOperation Operation = new(
        "things.list",
        "thing",
        HttpMethod.Get,
        "/thing/v1/things"
    );

    [Fact]
    public async Task Control_67_Pages_are_followed_by_their_links_and_tell_the_total()
    {
        var next = $"{List}?limit=2&offset=2&later=%41";
        var transport = new StubTransport(
            (_, number) =>
                Answer.Ok(
                    number == 1
                        ? $$"""{"items":[{"id":"a"},{"id":"b"}],"totalResults":3,"nextLink":"{{next}}"}"""
                        : """{"items":[{"id":"c"}],"totalResults":3}"""
                )
        );

        var pages = await Read(transport);

        Assert.Equal(["a", "b", "c"], pages.SelectMany(page => page.Items).Select(item => item.Id));
        Assert.Equal([3, 3], pages.Select(page => page.TotalResults));
        Assert.Equal([true, false], pages.Select(page => page.HasMore));
        Assert.Equal(next, transport.Sent[1].Address.OriginalString);
    }

    [Fact]
    public async Task A_list_without_links_goes_on_by_its_total()
    {
        var transport = new StubTransport(
            (_, number) => Answer.Ok($$"""{"items":[{"id":"{{number}}"}],"totalResults":8}""")
        );

        var pages = await Read(transport, offset: 5);

        Assert.Equal(["1", "2", "3"], pages.SelectMany(page => page.Items).Select(item => item.Id));
        Assert.Equal(
            ["?offset=5&limit=2", "?offset=6&limit=2", "?offset=7&limit=2"],
            transport.Sent.Select(sent => sent.Address.Query)
        );
    }

    [Theory]
    [InlineData("""{"items":[],"totalResults":8}""")]
    [InlineData("""{"items":[{"id":"a"}]}""")]
    [InlineData("""{"items":[{"id":"a"}],"totalResults":1}""")]
    [InlineData("""{"items":[{"id":"a"}],"totalResults":-1}""")]
    public async Task A_list_ends_without_items_without_a_total_or_with_the_last_of_them(
        string body
    ) => Assert.False(Assert.Single(await Read(StubTransport.Ok(body))).HasMore);

    [Fact]
    public async Task A_list_that_goes_on_without_items_is_an_error()
    {
        var transport = StubTransport.Ok(
            $$"""{"items":[],"totalResults":8,"nextLink":"{{List}}?offset=2"}"""
        );

        var error = await Assert.ThrowsAsync<ContractViolationException>(() => Read(transport));

        Assert.Equal("$.nextLink", error.JsonPath);
        Assert.Single(transport.Sent);
    }

    [Theory]
    [InlineData("https://evil.example/thing/v1/things?offset=2")]
    [InlineData($"{Wire.Host}/other/v1/things?offset=2")]
    public async Task A_link_out_of_the_list_is_never_followed(string link)
    {
        var transport = StubTransport.Ok($$"""{"items":[{"id":"a"}],"nextLink":"{{link}}"}""");

        await Assert.ThrowsAsync<ContractViolationException>(() => Read(transport));

        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task A_list_whose_total_keeps_growing_stops_at_the_limit_of_pages()
    {
        var transport = new StubTransport(
            (_, number) =>
                Answer.Ok($$"""{"items":[{"id":"{{number}}"}],"totalResults":{{number + 5}}}""")
        );

        await Assert.ThrowsAsync<ContractViolationException>(() => Read(transport, maxPages: 4));

        Assert.Equal(4, transport.Sent.Count);
    }

    [Theory]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","later":1}""")]
    public async Task A_platform_that_ignores_the_offset_is_found_out_before_a_record_comes_twice(
        string item
    )
    {
        var transport = StubTransport.Ok($$"""{"items":[{{item}}],"totalResults":8}""");
        var received = new List<Page<Reference>>();

        var error = await Assert.ThrowsAsync<ContractViolationException>(async () =>
        {
            await foreach (var page in Pages(transport))
                received.Add(page);
        });

        Assert.Equal("$.nextLink", error.JsonPath);
        Assert.Equal("a", Assert.Single(Assert.Single(received).Items).Id);
        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task A_page_that_repeats_the_one_before_is_refused_even_where_it_is_the_last()
    {
        var transport = StubTransport.Ok("""{"items":[{"id":"a"}],"totalResults":2}""");

        await Assert.ThrowsAsync<ContractViolationException>(() => Read(transport));

        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task Items_that_differ_in_what_nobody_knows_are_two()
    {
        var transport = new StubTransport(
            (_, number) =>
                Answer.Ok($$"""{"items":[{"id":"a","later":{{number}}}],"totalResults":2}""")
        );

        Assert.Equal(2, (await Read(transport)).Count);
    }

    [Fact]
    public void An_offset_before_the_first_item_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new OffsetQuery { Offset = -1 }.CheckedOffset
        );

    private static Task<List<Page<Reference>>> Read(
        StubTransport transport,
        int offset = 0,
        int maxPages = 1000
    ) => Pages(transport, offset, maxPages).AllAsync();

    private static IAsyncEnumerable<Page<Reference>> Pages(
        StubTransport transport,
        int offset = 0,
        int maxPages = 1000
    ) =>
        new Pager(Caller.Over(transport, maxPages)).ListAsync(
            new OffsetPages<Reference>(
                Operation,
                new Uri(FormattableString.Invariant($"{List}?offset={offset}&limit=2")),
                offset,
                HealtheIntentJson.Default.ListReplyReference
            ),
            prefetch: false,
            CancellationToken.None
        );
}
