using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Legacy;

/// <summary>A list of a legacy API, which says that it goes on and not where (contract 8.3).</summary>
/// <param name="operation">What is listed.</param>
/// <param name="list">The list's address, with the criteria in its query if there are any.</param>
/// <param name="query">Where to begin, and how much to ask for at a time.</param>
/// <param name="type">How the list is read.</param>
/// <param name="idOf">What tells one item from another.</param>
[AssumedContract(
    "How the next page of a legacy list is asked for is not published (contract 8.3); offset and limit are inferred, as in version 1. A platform that does not know them answers the first page again, which ends the list with an error."
)]
internal sealed class LegacyPages<T>(
    ApiOperation operation,
    Uri list,
    OffsetQuery query,
    JsonTypeInfo<LegacyList<T>> type,
    Func<T, string?> idOf
) : PageSource<T>(FirstOf(list, query))
    where T : class, ILegacyItem
{
    public override string NextPath => "$.more_results";

    public override async Task<FetchedPage<T>> FetchAsync(
        ApiCaller caller,
        Uri address,
        CancellationToken cancellationToken
    )
    {
        var answer = await caller
            .SendAsync(operation, address, type, null, cancellationToken)
            .ConfigureAwait(false);
        // No content is no item (contract 4.1).
        var items = answer.Value?.Require(answer.Call) ?? [];
        var reached = PageLink.OffsetOf(address, query.Offset) + items.Count;
        var more = answer.Value?.GoesOnAfter(reached) is true;
        if (more && items.Count == 0)
            throw new ContractViolationException(
                answer.Call,
                "the list goes on without items.",
                NextPath
            );
        return new FetchedPage<T>(
            new Page<T>
            {
                Items = items,
                HasMore = more,
                CorrelationId = answer.CorrelationId,
                ReceivedAt = answer.ReceivedAt,
                TotalResults = answer.Value?.TotalResults,
                Additional =
                    answer.Value?.Unknown
                    ?? (IReadOnlyDictionary<string, JsonElement>)
                        ReadOnlyDictionary<string, JsonElement>.Empty,
            },
            more ? PageLink.AtOffset(First, reached) : null,
            answer.Call
        )
        {
            ItemKeys = [.. items.Select(idOf)],
        };
    }

    private static Uri FirstOf(Uri list, OffsetQuery query)
    {
        var mark = list.Query is "" ? '?' : '&';
        return new Uri(
            FormattableString.Invariant(
                $"{list.AbsoluteUri}{mark}offset={query.CheckedOffset}&limit={query.CheckedLimit}"
            )
        );
    }
}
