using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>Looks people of one data partition up: one, or many to a request (contract 3.1).</summary>
internal sealed class PatientIdLookup(ApiCaller caller, string populationId, string dataPartitionId)
{
    /// <summary>Servers commonly take a request line of 8192 bytes; this leaves room for the rest of it.</summary>
    private const int MaxIdBytes = 6000;

    private const int BytesBesideAnId = 16;

    public async Task<PatientLookup> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return PatientContract.Read(
                await SendAsync([id], cancellationToken).ConfigureAwait(false),
                id
            );
        }
        catch (NotFoundException exception)
        {
            return new PatientLookup.None { CorrelationId = exception.CorrelationId };
        }
        catch (AmbiguousException exception)
        {
            return new PatientLookup.Many([]) { CorrelationId = exception.CorrelationId };
        }
    }

    /// <summary>Who is not settled by the answer for many is asked for alone: no answer is taken for somebody else's.</summary>
    public async Task<IReadOnlyDictionary<string, PatientLookup>> FindAsync(
        IEnumerable<string> ids,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, PatientLookup>(StringComparer.Ordinal);
        foreach (var chunk in Chunks(ids.Distinct(StringComparer.Ordinal)))
        {
            foreach (
                var (id, lookup) in await SettleAsync(chunk, cancellationToken)
                    .ConfigureAwait(false)
            )
                found.Add(id, lookup);
            foreach (var id in chunk.Where(id => !found.ContainsKey(id)))
                found.Add(id, await FindAsync(id, cancellationToken).ConfigureAwait(false));
        }
        return found;
    }

    private async Task<IReadOnlyDictionary<string, PatientLookup>> SettleAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count > 1)
            try
            {
                return PatientContract.Read(
                    await SendAsync(ids, cancellationToken).ConfigureAwait(false),
                    ids
                );
            }
            catch (HealtheIntentException exception)
                when (exception is NotFoundException or AmbiguousException)
            {
                // Somebody of them is nobody, or several; it does not say who.
            }
        return new Dictionary<string, PatientLookup>();
    }

    private Task<ApiAnswer<ListReply<LookupItem>>> SendAsync(
        IEnumerable<string> ids,
        CancellationToken cancellationToken
    ) =>
        caller.SendAsync(
            PatientContract.Lookup,
            PatientContract
                .LookupAddress(caller.Endpoints, populationId, dataPartitionId, ids)
                .ToUri(),
            HealtheIntentJson.Default.ListReplyLookupItem,
            null,
            cancellationToken
        );

    private static IEnumerable<IReadOnlyCollection<string>> Chunks(IEnumerable<string> ids)
    {
        var chunk = new List<string>();
        var length = 0;
        foreach (var id in ids)
        {
            var more = BytesBesideAnId + Uri.EscapeDataString(id).Length;
            if (
                chunk.Count == PatientContract.LookupIds
                || (chunk.Count > 0 && length + more > MaxIdBytes)
            )
            {
                yield return chunk;
                (chunk, length) = ([], 0);
            }
            chunk.Add(id);
            length += more;
        }
        if (chunk.Count > 0)
            yield return chunk;
    }
}
