using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Paging;

/// <summary>Follows the links of a cursor list (contract 8.1) without ever leaving the list that was asked for.</summary>
internal sealed class CursorPager(ApiCaller caller)
{
    public async IAsyncEnumerable<Page<T>> ListAsync<T>(
        ApiOperation operation,
        Uri first,
        JsonTypeInfo<ListReply<T>> type,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        var asked = new HashSet<string>(StringComparer.Ordinal) { first.AbsoluteUri };
        var patient = PageLink.PatientOf(first.AbsoluteUri);
        Uri? next = first;
        while (next is not null)
        {
            var answer = await caller
                .SendAsync(operation, next, type, null, cancellationToken)
                .ConfigureAwait(false);
            var reply = answer.RequireValue();
            var items = ListItems.Of(reply, answer.Call);
            if (PageLink.PatientOf(reply.FirstLink) is { } named && named != patient)
                throw new ContractViolationException(
                    answer.Call,
                    "the list is another patient's than the one asked for.",
                    "$.firstLink"
                );
            next = PageLink.Read(reply.NextLink, "$.nextLink", answer.Call);
            if (next is not null && !PageLink.IsSameList(next, first))
                throw new ContractViolationException(
                    answer.Call,
                    "a link leads out of the list that was asked for.",
                    "$.nextLink"
                );

            yield return new Page<T>
            {
                Items = items,
                HasMore = next is not null,
                CorrelationId = answer.CorrelationId,
                ReceivedAt = answer.ReceivedAt,
                PatientId =
                    PageLink.PatientOf(reply.FirstLink) ?? PageLink.PatientOf(reply.NextLink),
                TotalResults = reply.TotalResults,
            };

            // Raised after the page they came with was handed over: what was received is not lost.
            if (next is not null && !asked.Add(next.AbsoluteUri))
                throw new ContractViolationException(
                    answer.Call,
                    "the list repeats itself.",
                    "$.nextLink"
                );
            if (next is not null && asked.Count > caller.Limits.MaxPages)
                throw new ContractViolationException(
                    answer.Call,
                    "the list has more pages than the limit.",
                    "$.nextLink"
                );
        }
    }
}
