using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.Audit;

/// <summary>
/// Lets go of entries that are older than the deployment keeps them. Where the chain now begins is itself an entry of
/// the chain, so a beginning that somebody else cut off still shows.
/// </summary>
internal sealed partial class AuditRetention(
    IDbContextFactory<ViewerDbContext> contexts,
    IAuditLog log,
    AuditOptions options,
    TimeProvider clock,
    ILogger<AuditRetention> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <summary>How the last entry that was let go is named in the one that says so.</summary>
    public static string Mark(AuditHead last) => $"{last.Id}:{last.Hash}";

    /// <summary>Lets go of what is too old now.</summary>
    /// <returns>How many entries went.</returns>
    public async Task<int> TrimAsync(TimeSpan keep, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await LastBeforeAsync(context, clock.GetUtcNow() - keep, cancellation) is not { } last)
            return 0;
        // Said first: whatever stops the work here, the chain never begins where nobody said it would.
        await log.WriteAsync(
            [new AuditEntry(AuditAction.LogTrimmed) { Detail = Mark(last) }],
            cancellation
        );
        return await context
            .AuditEvents.Where(entry => entry.Id <= last.Id)
            .ExecuteDeleteAsync(cancellation);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Retention is not { } keep)
            return;
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                if (await TrimAsync(keep, stoppingToken) is var count and > 0)
                    LogTrimmed(count);
            }
            catch (AuditUnavailableException)
            {
                // The log has said so itself; tomorrow is soon enough.
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static async Task<AuditHead?> LastBeforeAsync(
        ViewerDbContext context,
        DateTimeOffset before,
        CancellationToken cancellation
    )
    {
        AuditHead? last = null;
        await foreach (
            var entry in context
                .AuditEvents.AsNoTracking()
                .OrderBy(entry => entry.Id)
                .Select(entry => new
                {
                    entry.Id,
                    entry.At,
                    entry.Hash,
                })
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            if (entry.At >= before)
                break;
            last = new AuditHead(entry.Id, entry.Hash);
        }
        return last;
    }

    [LoggerMessage(
        EventId = 63,
        Level = LogLevel.Information,
        Message = "{Count} audit entries were older than they are kept, and were let go"
    )]
    private partial void LogTrimmed(int count);
}
