using FsCheck;
using FsCheck.Fluent;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Paging;

public sealed class PagingPropertyTests
{
    private static readonly Gen<PagedList> Lists =
        from dialect in Gen.Elements(PagingDialect.All.ToArray())
        from sizes in Gen.Choose(1, 5).ArrayOf(6)
        from total in Gen.Choose(0, 30)
        select new PagedList(dialect, sizes, total);

    [Fact]
    public void Any_list_is_read_once_in_order_and_to_its_end() =>
        Hold(
            (list, prefetch, _) =>
            {
                var transport = new StubTransport((sent, _) => Answer.Ok(list.Answer(sent)));

                var (pages, error) = Read(transport, list.Dialect, prefetch);

                Assert.Null(error);
                Assert.Equal(list.Ids, pages.SelectMany(page => page.Items));
                Assert.All(pages.SkipLast(1), page => Assert.True(page.HasMore));
                Assert.False(pages[^1].HasMore);
                Assert.Equal(pages.Count, transport.Sent.Count);
                int? total = list.Dialect.TellsTotal ? list.Ids.Count : null;
                Assert.All(pages, page => Assert.Equal(total, page.TotalResults));
            }
        );

    [Fact]
    public void Any_list_that_breaks_ends_as_a_typed_error_after_whole_pages_of_it() =>
        Hold(
            (list, prefetch, at) =>
            {
                var transport = new StubTransport(
                    (sent, number) =>
                        Answer.Ok(number < at ? list.Answer(sent) : list.Answer(sent)[..^1])
                );

                var (pages, error) = Read(transport, list.Dialect, prefetch);

                var received = pages.SelectMany(page => page.Items).ToList();
                Assert.Equal(list.Ids.Take(received.Count), received);
                if (transport.Sent.Count < at)
                    Assert.Null(error);
                else
                    Assert.IsType<ContractViolationException>(error);
                Assert.All(
                    pages.TakeLast(1),
                    page => Assert.Equal(error is not null, page.HasMore)
                );
            }
        );

    [Fact]
    public void Any_list_that_comes_back_to_a_page_it_gave_ends_as_an_error() =>
        Hold(
            (list, prefetch, at) =>
            {
                if (!list.Dialect.ShowsRepetition)
                    return;
                SentRequest? stuck = null;
                var transport = new StubTransport(
                    (sent, number) =>
                    {
                        if (number == at)
                            stuck = sent;
                        return Answer.Ok(list.Answer(stuck ?? sent));
                    }
                );

                var (pages, error) = Read(transport, list.Dialect, prefetch);

                // The page that came twice may be the last one, which ends the list as it should.
                if (pages[^1].HasMore)
                    Assert.IsType<ContractViolationException>(error);
                Assert.InRange(transport.Sent.Count, 1, at + 1);
            }
        );

    [Fact]
    public void No_list_is_followed_out_of_itself() =>
        Hold(
            (list, prefetch, at) =>
            {
                var transport = new StubTransport(
                    (sent, number) =>
                        Answer.Ok(
                            number < at
                                ? list.Answer(sent)
                                : list.Answer(sent)
                                    .Replace(
                                        Wire.Host,
                                        "https://evil.example",
                                        StringComparison.Ordinal
                                    )
                        )
                );

                Read(transport, list.Dialect, prefetch);

                var path = transport.Sent[0].Address.GetLeftPart(UriPartial.Path);
                Assert.All(
                    transport.Sent,
                    sent => Assert.Equal(path, sent.Address.GetLeftPart(UriPartial.Path))
                );
            }
        );

    private static void Hold(Action<PagedList, bool, int> rule) =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                (
                    from list in Lists
                    from prefetch in Gen.Elements(true, false)
                    from at in Gen.Choose(1, 6)
                    select (list, prefetch, at)
                ).ToArbitrary(),
                sample =>
                {
                    rule(sample.list, sample.prefetch, sample.at);
                    return true;
                }
            )
        );

    private static (List<Page<string?>> Pages, Exception? Error) Read(
        StubTransport transport,
        PagingDialect dialect,
        bool prefetch
    )
    {
        using var client = Wire.Client(transport);
        var pages = new List<Page<string?>>();
        var error = Record
            .ExceptionAsync(async () =>
            {
                await foreach (var page in dialect.List(client, prefetch))
                    pages.Add(page);
            })
            .WaitAsync(TimeSpan.FromSeconds(30))
            .GetAwaiter()
            .GetResult();
        return (pages, error);
    }
}
