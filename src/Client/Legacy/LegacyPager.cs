using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Legacy;

/// <summary>Goes through a legacy list (contract 8.3) by offset.</summary>
[AssumedContract(
    "How the next page of a legacy list is asked for is not published (contract 8.3); offset and limit are inferred, as in version 1. A platform that does not know them answers the first page again, which ends the list with an error."
)]
internal sealed class LegacyPager(ApiCaller caller)
{
    /// <param name="operation">What is listed.</param>
    /// <param name="address">The list's address for an offset and a limit, which are the query's last members.</param>
    /// <param name="type">How the list is read.</param>
    /// <param name="sameItem">What two items that are the same have in common.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    public async IAsyncEnumerable<Page<T>> ListAsync<T>(
        ApiOperation operation,
        Func<string, Uri> address,
        JsonTypeInfo<LegacyList<T>> type,
        Func<T, string?> sameItem,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class, ILegacyItem
    {
        var offset = 0;
        var pages = 0;
        IReadOnlyList<string?>? last = null;
        for (var more = true; more; )
        {
            var answer = await caller
                .SendAsync(
                    operation,
                    address(
                        FormattableString.Invariant(
                            $"offset={offset}&limit={HealtheIntentDefaults.PageLimit}"
                        )
                    ),
                    type,
                    null,
                    cancellationToken
                )
                .ConfigureAwait(false);
            var reply = answer.Value;
            var items = reply?.Require(answer.Call) ?? [];
            more = reply?.GoesOnAfter(offset + items.Count) is true;
            var these = items.Select(sameItem).ToList();
            if (last is not null && these.SequenceEqual(last))
                throw new ContractViolationException(
                    answer.Call,
                    "the list repeats itself.",
                    "$.more_results"
                );

            yield return new Page<T>
            {
                Items = items,
                HasMore = more,
                CorrelationId = answer.CorrelationId,
                ReceivedAt = answer.ReceivedAt,
                TotalResults = reply?.TotalResults,
            };

            // Raised after the page they came with was handed over: what was received is not lost.
            if (more && items.Count == 0)
                throw new ContractViolationException(
                    answer.Call,
                    "the list goes on without items.",
                    "$.more_results"
                );
            if (more && ++pages >= caller.Limits.MaxPages)
                throw new ContractViolationException(
                    answer.Call,
                    "the list has more pages than the limit.",
                    "$.more_results"
                );
            offset += items.Count;
            last = these;
        }
    }
}
