using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Paging;

public sealed class CursorPagerTests
{
    private static readonly string List = $"{Wire.PatientRoot("allergy")}/allergies";

    [Fact]
    public async Task Pages_are_followed_by_their_links_verbatim()
    {
        var next = $"{List}?status=%41&cursor=a%2Bb%3D%3D&limit=100";
        var transport = new StubTransport(
            (_, number) => Answer.Ok(Body([$"a{number}"], number == 1 ? next : null))
        );
        using var client = Wire.Client(transport);

        var pages = await client.Allergies().AllAsync();

        Assert.Equal(["a1", "a2"], pages.SelectMany(page => page.Items).Select(item => item.Id));
        Assert.Equal([true, false], pages.Select(page => page.HasMore));
        Assert.Equal(next, transport.Sent[1].Address.OriginalString);
        Assert.Equal($"Bearer {Wire.Token}", transport.Sent[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_page_says_when_it_came_which_patient_it_names_and_what_to_quote()
    {
        var time = new SkippingTimeProvider();
        using var client = Wire.Client(StubTransport.Ok(Body(["a"], null)), time);

        var page = Assert.Single(await client.Allergies().AllAsync());

        Assert.Equal(time.GetUtcNow(), page.ReceivedAt);
        Assert.Equal(Wire.Patient, page.PatientId);
        Assert.Equal(Answer.CorrelationId, page.CorrelationId);
    }

    [Theory]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"items":[],"nextLink":null}""")]
    [InlineData("""{"items":[],"nextLink":""}""")]
    public async Task A_list_ends_without_a_next_link(string body)
    {
        var transport = StubTransport.Ok(body);
        using var client = Wire.Client(transport);

        var page = Assert.Single(await client.Allergies().AllAsync());

        Assert.False(page.HasMore);
        Assert.Empty(page.Items);
        Assert.Null(page.PatientId);
        Assert.Single(transport.Sent);
    }

    public static TheoryData<string> ForeignLinks =>
        [
            $"https://evil.example/allergy/v1/populations/{Wire.Population}/patients/{Wire.Patient}/allergies?cursor=1",
            $"{List.Replace("https", "http", StringComparison.Ordinal)}?cursor=1",
            $"{List.Replace("healtheintent.com", "healtheintent.com:8443", StringComparison.Ordinal)}?cursor=1",
            $"{List.Replace("https://", "https://user@", StringComparison.Ordinal)}?cursor=1",
            $"{List.Replace(Wire.Patient, "00000000-1331-4ccc-8f70-6c4d953ba70b", StringComparison.Ordinal)}?cursor=1",
            $"{List.Replace(Wire.Population, "other", StringComparison.Ordinal)}?cursor=1",
            $"{List.Replace("allergies", "conditions", StringComparison.Ordinal)}?cursor=1",
            $"{List}/../../other/allergies?cursor=1",
            $"{List.Replace($"/{Wire.Patient}", $"%2F{Wire.Patient}", StringComparison.Ordinal)}?cursor=1",
            "/allergy/v1/relative?cursor=1",
            "no link at all",
        ];

    [Theory]
    [MemberData(nameof(ForeignLinks))]
    public async Task A_link_out_of_the_list_is_never_followed(string link)
    {
        var transport = StubTransport.Ok(Body(["a"], link));
        using var client = Wire.Client(transport);

        var error = await Assert.ThrowsAsync<ContractViolationException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Equal("$.nextLink", error.JsonPath);
        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task A_page_whose_own_link_names_another_patient_is_not_handed_over()
    {
        var other = List.Replace(Wire.Patient, "somebody-else", StringComparison.Ordinal);
        using var client = Wire.Client(
            StubTransport.Ok($$"""{"items":[{"id":"a"}],"firstLink":"{{other}}"}""")
        );
        var received = new List<Page<Allergy>>();

        var error = await Assert.ThrowsAsync<ContractViolationException>(async () =>
        {
            await foreach (var page in client.Allergies())
                received.Add(page);
        });

        Assert.Equal("$.firstLink", error.JsonPath);
        Assert.Empty(received);
        Assert.DoesNotContain("somebody-else", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a link")]
    [InlineData("https://gateway.example/allergies?limit=100")]
    public async Task A_first_link_is_not_followed_and_need_not_be_a_link(string link)
    {
        using var client = Wire.Client(
            StubTransport.Ok($$"""{"items":[{"id":"a"}],"firstLink":"{{link}}"}""")
        );

        Assert.Null(Assert.Single(await client.Allergies().AllAsync()).PatientId);
    }

    [Fact]
    public async Task An_id_that_needs_escaping_stays_itself_in_the_links()
    {
        var list = List.Replace(Wire.Patient, "a%2Fb%20c~", StringComparison.Ordinal);
        var transport = new StubTransport(
            (_, number) =>
                Answer.Ok(
                    $$"""{"items":[],"firstLink":"{{list}}","nextLink":"{{(number == 1 ? $"{list}?cursor=1" : "")}}"}"""
                )
        );
        using var client = Wire.Client(transport);

        var pages = await client.Allergies.ListAsync(Wire.Population, "a/b c~").AllAsync();

        Assert.Equal(["a/b c~", "a/b c~"], pages.Select(page => page.PatientId));
    }

    [Fact]
    public async Task A_list_that_repeats_itself_stops()
    {
        var transport = StubTransport.Ok(Body(["a"], $"{List}?cursor=1"));
        using var client = Wire.Client(transport);

        var (pages, error) = await Read(client);

        Assert.IsType<ContractViolationException>(error);
        Assert.Equal(2, pages.Count);
        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task A_list_without_end_stops_at_the_limit()
    {
        var transport = new StubTransport(
            (_, number) => Answer.Ok(Body(["a"], $"{List}?cursor={number}"))
        );
        using var client = Wire.Client(
            transport,
            configure: options => options.Limits.MaxPages = 5
        );

        var (pages, error) = await Read(client);

        Assert.IsType<ContractViolationException>(error);
        Assert.Equal(5, pages.Count);
        Assert.Equal(5, transport.Sent.Count);
    }

    [Theory]
    [InlineData("""{"items":[{"id":"a"}""")]
    [InlineData("""<html>Gateway</html>""")]
    [InlineData("""{"items":{"id":"a"}}""")]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_broken_page_is_an_error_after_the_pages_before_it(string broken)
    {
        using var client = Wire.Client(
            new StubTransport(
                (_, number) => Answer.Ok(number == 1 ? Body(["a1"], $"{List}?cursor=1") : broken)
            )
        );

        var (pages, error) = await Read(client);

        Assert.Equal("a1", Assert.Single(Assert.Single(pages).Items).Id);
        Assert.Equal(
            Answer.CorrelationId,
            Assert.IsType<ContractViolationException>(error).CorrelationId
        );
    }

    [Fact]
    public async Task A_failure_between_pages_leaves_the_pages_before_it()
    {
        using var client = Wire.Client(
            new StubTransport(
                (_, number) =>
                    number == 1
                        ? Answer.Ok(Body(["a1"], $"{List}?cursor=1"))
                        : Answer.With(HttpStatusCode.Forbidden)
            )
        );

        var (pages, error) = await Read(client);

        Assert.Single(pages);
        Assert.IsType<NotGrantedException>(error);
    }

    [Fact]
    public async Task A_caller_who_leaves_between_pages_is_asked_for_no_more()
    {
        using var leaving = new CancellationTokenSource();
        var transport = StubTransport.Ok(Body(["a"], $"{List}?cursor=1"));
        using var client = Wire.Client(transport);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.Allergies().WithCancellation(leaving.Token))
                await leaving.CancelAsync();
        });
        Assert.Single(transport.Sent);
    }

    private static async Task<(List<Page<Allergy>> Pages, Exception? Error)> Read(
        HealtheIntentClient client
    )
    {
        var pages = new List<Page<Allergy>>();
        var error = await Record.ExceptionAsync(async () =>
        {
            await foreach (var page in client.Allergies())
                pages.Add(page);
        });
        return (pages, error);
    }

    private static string Body(string[] ids, string? next) =>
        $$"""
            {"items":[{{string.Join(
                ',',
                ids.Select(id => $$"""{"id":"{{id}}"}""")
            )}}],"firstLink":"{{List}}?limit=100"{{(next is null ? "" : $",\"nextLink\":\"{next}\"")}}}
            """;
}
