using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Paging;

/// <summary>A list whose pages are had by the link in the page before, followed as it is (contract 8.1).</summary>
/// <param name="operation">What is listed.</param>
/// <param name="first">Where its first page is.</param>
/// <param name="type">How it is read.</param>
/// <param name="body">What is sent with each page's request; null where nothing is.</param>
internal class CursorPages<T>(
    ApiOperation operation,
    Uri first,
    JsonTypeInfo<ListReply<T>> type,
    byte[]? body = null
) : PageSource<T>(first)
    where T : class
{
    public override string NextPath => "$.nextLink";

    public override async Task<FetchedPage<T>> FetchAsync(
        ApiCaller caller,
        Uri address,
        CancellationToken cancellationToken
    )
    {
        var answer = await caller
            .SendAsync(operation, address, type, body, cancellationToken)
            .ConfigureAwait(false);
        var reply = answer.RequireValue();
        var items = ListItems.Of(reply, answer.Call);
        RequireSamePatient(reply.FirstLink, answer.Call);
        var next = NextOf(reply, address, answer.Call);
        return new FetchedPage<T>(
            new Page<T>
            {
                Items = items,
                HasMore = next is not null,
                CorrelationId = answer.CorrelationId,
                ReceivedAt = answer.ReceivedAt,
                PatientId =
                    PageLink.PatientOf(reply.FirstLink) ?? PageLink.PatientOf(reply.NextLink),
                TotalResults = reply.TotalResults,
                Additional = reply.Additional,
            },
            next,
            answer.Call
        )
        {
            ItemKeys = KeysOf(reply, address, next),
        };
    }

    /// <summary>The address of the page after this one; null at the end of the list.</summary>
    protected virtual Uri? NextOf(ListReply<T> reply, Uri address, FailedCall call) =>
        PageLink.Read(reply.NextLink, NextPath, call);

    /// <summary>What tells the items of a page from another's; null where its link led to the next one, or nothing does.</summary>
    protected virtual IReadOnlyList<string?>? KeysOf(ListReply<T> reply, Uri address, Uri? next) =>
        null;

    private void RequireSamePatient(string? firstLink, FailedCall call)
    {
        if (
            PageLink.PatientOf(firstLink) is { } named
            && named != PageLink.PatientOf(First.AbsoluteUri)
        )
            throw new ContractViolationException(
                call,
                "the list is another patient's than the one asked for.",
                "$.firstLink"
            );
    }
}
