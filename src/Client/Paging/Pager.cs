using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Paging;

/// <summary>
/// Goes through a list page by page, whatever its paging: one page ahead of the caller if that is wanted, never out of
/// the list, never twice to the same page, and never without end.
/// </summary>
internal sealed class Pager(ApiCaller caller)
{
    /// <summary>Goes through a list paged by offset, from the offset that is wanted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The platform would refuse a number.</exception>
    public IAsyncEnumerable<Page<T>> ListAsync<T>(
        ApiOperation operation,
        ApiAddress address,
        OffsetQuery? query,
        JsonTypeInfo<ListReply<T>> type,
        CancellationToken cancellationToken,
        byte[]? body = null
    )
        where T : class
    {
        query ??= new OffsetQuery();
        var first = address
            .With("offset", query.CheckedOffset)
            .With("limit", query.CheckedLimit)
            .ToUri();
        return ListAsync(
            new OffsetPages<T>(operation, first, query.Offset, type, body),
            query.Prefetch,
            cancellationToken
        );
    }

    public async IAsyncEnumerable<Page<T>> ListAsync<T>(
        PageSource<T> source,
        bool prefetch,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var leaving = prefetch
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken)
            : null;
        var token = leaving?.Token ?? cancellationToken;
        var asked = new HashSet<string>(StringComparer.Ordinal) { source.First.AbsoluteUri };
        IReadOnlyList<string?>? lastKeys = null;
        Task<FetchedPage<T>>? ahead = null;
        try
        {
            Uri? next = source.First;
            while (next is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ahead ??= source.FetchAsync(caller, next, token);
                var fetched = await EndAsync(ahead, cancellationToken).ConfigureAwait(false);
                ahead = null;
                Check(fetched, source, lastKeys);
                lastKeys = fetched.ItemKeys;
                next = fetched.Next;
                var runaway = next is null ? null : Runaway(fetched.Call, next, asked, source);
                if (prefetch && next is not null && runaway is null)
                    ahead = source.FetchAsync(caller, next, token);

                yield return fetched.Page;

                // Raised after the page they came with was handed over: what was received is not lost.
                if (runaway is not null)
                    throw runaway;
            }
        }
        finally
        {
            if (ahead is not null && leaving is not null)
            {
                await leaving.CancelAsync().ConfigureAwait(false);
                await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>The caller's cancellation is told with the caller's token, not with the one made from it here.</summary>
    private static async Task<FetchedPage<T>> EndAsync<T>(
        Task<FetchedPage<T>> fetch,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await fetch.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>What such a page holds is not to be trusted, and is not handed over.</summary>
    private static void Check<T>(
        FetchedPage<T> fetched,
        PageSource<T> source,
        IReadOnlyList<string?>? lastKeys
    )
    {
        if (fetched.Next is { } next && !PageLink.IsSameList(next, source.First))
            throw new ContractViolationException(
                fetched.Call,
                "a link leads out of the list that was asked for.",
                source.NextPath
            );
        if (lastKeys is not null && fetched.ItemKeys?.SequenceEqual(lastKeys) is true)
            throw new ContractViolationException(
                fetched.Call,
                "the list repeats itself.",
                source.NextPath
            );
    }

    private ContractViolationException? Runaway<T>(
        FailedCall call,
        Uri next,
        HashSet<string> asked,
        PageSource<T> source
    )
    {
        if (!asked.Add(next.AbsoluteUri))
            return new ContractViolationException(
                call,
                "the list repeats itself.",
                source.NextPath
            );
        return asked.Count > caller.Limits.MaxPages
            ? new ContractViolationException(
                call,
                "the list has more pages than the limit.",
                source.NextPath
            )
            : null;
    }
}
