using System.Net;
using HealtheIntent.Client;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Paging;

public sealed class PagerTests
{
    private static readonly string List = $"{Wire.PatientRoot("allergy")}/allergies";
    private static readonly RecordQuery Ahead = new() { Prefetch = true };

    [Fact]
    public async Task The_next_page_is_asked_for_while_the_caller_works_on_this_one_and_no_further()
    {
        var transport = new StubTransport((_, number) => Answer.Ok(Body(number, last: 3)));
        using var client = Wire.Client(transport);
        var sent = new List<int>();

        await foreach (var _ in client.Allergies.ListAsync(Wire.Population, Wire.Patient, Ahead))
            sent.Add(transport.Sent.Count);

        Assert.Equal([2, 3, 3], sent);
    }

    [Fact]
    public async Task Without_prefetch_a_page_is_asked_for_when_the_caller_comes_for_it()
    {
        var transport = new StubTransport((_, number) => Answer.Ok(Body(number, last: 3)));
        using var client = Wire.Client(transport);
        var sent = new List<int>();

        await foreach (var _ in client.Allergies())
            sent.Add(transport.Sent.Count);

        Assert.Equal([1, 2, 3], sent);
    }

    [Fact]
    public async Task A_page_asked_for_ahead_that_fails_is_told_to_the_caller_who_comes_for_it()
    {
        var transport = new StubTransport(
            (_, number) =>
                number == 1
                    ? Answer.Ok(Body(number, last: 2))
                    : Answer.With(HttpStatusCode.Forbidden)
        );
        using var client = Wire.Client(transport);

        await using var pages = client
            .Allergies.ListAsync(Wire.Population, Wire.Patient, Ahead)
            .GetAsyncEnumerator();

        Assert.True(await pages.MoveNextAsync());
        await Assert.ThrowsAsync<NotGrantedException>(async () => await pages.MoveNextAsync());
    }

    [Fact]
    public async Task A_page_asked_for_ahead_is_cancelled_when_the_caller_leaves()
    {
        var asked = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var transport = new StubTransport(
            async (_, number, cancellation) =>
            {
                if (number == 1)
                    return Answer.Ok(Body(number, last: 2));
                cancellation.Register(cancelled.SetResult);
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                throw new InvalidOperationException();
            }
        );
        using var client = Wire.Client(transport);

        await foreach (var _ in client.Allergies.ListAsync(Wire.Population, Wire.Patient, Ahead))
        {
            await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
            break;
        }

        Assert.True(cancelled.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_cancelled_caller_is_told_with_the_callers_own_token()
    {
        using var leaving = new CancellationTokenSource();
        var transport = new StubTransport(
            async (_, number, cancellation) =>
            {
                if (number == 1)
                    return Answer.Ok(Body(number, last: 2));
                await leaving.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellation);
                throw new InvalidOperationException();
            }
        );
        using var client = Wire.Client(transport);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client
                .Allergies.ListAsync(Wire.Population, Wire.Patient, Ahead, leaving.Token)
                .AllAsync()
        );

        Assert.Equal(leaving.Token, error.CancellationToken);
    }

    [Fact]
    public async Task The_items_come_one_by_one_across_the_pages()
    {
        using var client = Wire.Client(
            new StubTransport((_, number) => Answer.Ok(Body(number, last: 3)))
        );
        var ids = new List<string>();

        await foreach (var allergy in client.Allergies().ItemsAsync())
            ids.Add(allergy.Id);

        Assert.Equal(["1", "2", "3"], ids);
    }

    [Fact]
    public async Task A_failure_between_pages_comes_after_the_items_before_it()
    {
        using var client = Wire.Client(
            new StubTransport(
                (_, number) =>
                    number == 1
                        ? Answer.Ok(Body(number, last: 2))
                        : Answer.With(HttpStatusCode.Forbidden)
            )
        );
        var ids = new List<string>();

        await Assert.ThrowsAsync<NotGrantedException>(async () =>
        {
            await foreach (var allergy in client.Allergies().ItemsAsync())
                ids.Add(allergy.Id);
        });

        Assert.Equal(["1"], ids);
    }

    [Fact]
    public async Task What_else_a_list_says_is_kept()
    {
        using var client = Wire.Client(StubTransport.Ok("""{"items":[],"later":{"added":1}}"""));

        var page = Assert.Single(await client.Allergies().AllAsync());

        Assert.Equal("""{"added":1}""", page.Additional["later"].GetRawText());
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 4)]
    public async Task Control_70_Any_way_of_paging_is_guarded_against_loops_and_runaways(
        bool repeats,
        int pages
    )
    {
        var source = new Endless(repeats);
        var read = 0;

        var error = await Assert.ThrowsAsync<ContractViolationException>(async () =>
        {
            await foreach (
                var _ in new Pager(Caller.Over(StubTransport.Ok("{}"), maxPages: 4)).ListAsync(
                    source,
                    prefetch: false,
                    CancellationToken.None
                )
            )
                read++;
        });

        Assert.Equal("$.more_results", error.JsonPath);
        Assert.Equal(pages, read);
    }

    [Fact]
    public async Task Any_way_of_paging_is_kept_from_another_host()
    {
        var read = 0;

        var error = await Assert.ThrowsAsync<ContractViolationException>(async () =>
        {
            await foreach (
                var _ in new Pager(Caller.Over(StubTransport.Ok("{}"))).ListAsync(
                    new Endless(repeats: false, "https://evil.example"),
                    prefetch: true,
                    CancellationToken.None
                )
            )
                read++;
        });

        Assert.Equal("$.more_results", error.JsonPath);
        Assert.Equal(0, read);
    }

    private static string Body(int number, int last) =>
        $$"""
            {"items":[{"id":"{{number}}"}],"nextLink":"{{(
                number < last ? $"{List}?cursor={number}" : ""
            )}}"}
            """;

    private sealed class Endless(bool repeats, string host = Wire.Host)
        : PageSource<string>(new Uri($"{Wire.Host}/list?page=0"))
    {
        private int _page;

        public override string NextPath => "$.more_results";

        public override Task<FetchedPage<string>> FetchAsync(
            ApiCaller caller,
            Uri address,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                new FetchedPage<string>(
                    new Page<string>
                    {
                        Items = [],
                        HasMore = true,
                        ReceivedAt = default,
                    },
                    new Uri($"{host}/list?page={(repeats ? 1 : ++_page)}"),
                    new FailedCall("things.list", "thing", HttpStatusCode.OK, null)
                )
            );
    }
}
