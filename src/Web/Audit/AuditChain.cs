using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.Audit;

/// <summary>Checks that nobody has changed the log since it was written (control 63).</summary>
public sealed class AuditChain(IDbContextFactory<ViewerDbContext> contexts)
{
    /// <summary>Walks the whole chain.</summary>
    /// <param name="witness">
    /// A head known from elsewhere, such as the application log. Entries cut off the end leave a chain that is sound
    /// in itself; only someone who remembers a later head can tell.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AuditVerification> VerifyAsync(
        AuditHead? witness = null,
        CancellationToken cancellationToken = default
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        AuditHead? head = null;
        string? beginning = null;
        var witnessed = witness is null;
        await using var entries = context
            .AuditEvents.AsNoTracking()
            .OrderBy(entry => entry.Id)
            .AsAsyncEnumerable()
            .GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var expected = (head?.Id ?? 0) + 1;
            try
            {
                if (!await entries.MoveNextAsync())
                    break;
            }
            catch (Exception error)
                when (error is FormatException or InvalidOperationException or ArgumentException)
            {
                return new(head, new(expected, AuditBreak.Unreadable));
            }
            var entry = entries.Current;
            // A log that was trimmed begins later; that an entry of its own says so is known only at its end.
            if (head is null && entry.Id > 1)
            {
                head = new AuditHead(entry.Id - 1, entry.PreviousHash);
                beginning = AuditRetention.Mark(head);
                expected = entry.Id;
            }
            if (FindBreak(entry, expected, head) is { } found)
                return new(head, found);
            if (entry.Action == AuditAction.LogTrimmed && entry.Detail == beginning)
                beginning = null;
            head = new AuditHead(entry.Id, entry.Hash);
            witnessed |= head == witness;
        }
        if (beginning is not null)
            return new(null, new(1, AuditBreak.Missing));
        return new(head, witnessed ? null : new(witness!.Id, AuditBreak.NotAsWitnessed));
    }

    private static BrokenAuditEntry? FindBreak(AuditEvent entry, long expected, AuditHead? head)
    {
        if (entry.Id != expected)
            return entry.Id > expected
                ? new(expected, AuditBreak.Missing)
                : new(entry.Id, AuditBreak.Inserted);
        if (entry.PreviousHash != (head?.Hash ?? AuditEvent.Genesis))
            return new(entry.Id, AuditBreak.Unlinked);
        return entry.Hash == AuditHash.Of(entry) ? null : new(entry.Id, AuditBreak.Altered);
    }
}
