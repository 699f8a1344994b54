using System.Collections.Concurrent;
using System.Security.Cryptography;
using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.SignIn;

/// <summary>
/// Tells every process that shares the database whose sessions have ended, and reads what the others told. Where the database
/// is a file of this process's own there is nobody to tell.
/// </summary>
public sealed class UserEnds(
    IDbContextFactory<ViewerDbContext> contexts,
    ViewerStore store,
    TimeProvider clock
)
{
    /// <summary>
    /// How far back each reading begins before the one before. A chart whose opening is still being written down is not there
    /// to be ended yet, and what was written first may be committed last.
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    /// <summary>No sign-in and no chart may last longer than a day, by the limits of their options.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24) + Overlap;

    private readonly ConcurrentQueue<Untold> _untold = new();
    private long? _readAt;

    /// <summary>Tells that a user's sessions have ended, all that were begun until now.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="by">Who ended them.</param>
    /// <param name="cancellation">Gives up waiting; the others are told all the same.</param>
    /// <exception cref="UserEndNotToldException">The database does not answer; the others are told once it does.</exception>
    public async Task TellAsync(SignedOutUser user, EndedBy by, CancellationToken cancellation)
    {
        var end = new Untold(user, by, clock.GetUtcNow());
        try
        {
            await WriteAsync([end], cancellation);
        }
        catch (Exception error)
            when (ViewerStore.Failure(error) is not null || error is OperationCanceledException)
        {
            _untold.Enqueue(end);
            throw new UserEndNotToldException(error);
        }
    }

    /// <summary>What was told since the last reading and a while before it, and what waited to be told is told.</summary>
    public async Task<IReadOnlyList<ToldEnd>> ReadAsync(CancellationToken cancellation)
    {
        var waiting = _untold.ToArray();
        await WriteAsync(waiting, cancellation);
        foreach (var _ in waiting)
            _untold.TryDequeue(out var _);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await store.SharedTimeAsync(context, cancellation) is not { } now)
            return [];
        var here = clock.GetUtcNow();
        var since = (_readAt ?? now) - Microseconds(Overlap);
        var ends = await context
            .UserEnds.AsNoTracking()
            .Where(end => end.WrittenAt >= since)
            .OrderBy(end => end.WrittenAt)
            .ToListAsync(cancellation);
        _readAt = now;
        return
        [
            .. ends.Select(end => new ToldEnd(
                new SignedOutUser(end.UserId, end.ProviderSession),
                Enum.Parse<EndedBy>(end.By),
                here - TimeSpan.FromMicroseconds(now - end.EndedAt)
            )),
        ];
    }

    private async Task WriteAsync(IReadOnlyList<Untold> ends, CancellationToken cancellation)
    {
        if (ends.Count == 0)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // Read before the database's, and when it is told after it: no session is taken for younger than it is.
        var here = clock.GetUtcNow();
        if (await store.SharedTimeAsync(context, cancellation) is not { } now)
            return;
        context.UserEnds.AddRange(
            ends.Select(end => new UserEnd
            {
                Id = RandomNumberGenerator.GetHexString(32, lowercase: true),
                UserId = end.User.UserId,
                ProviderSession = end.User.ProviderSession,
                By = end.By.ToString(),
                EndedAt = now - Microseconds(here - end.At),
                WrittenAt = now,
            })
        );
        await context.SaveChangesAsync(cancellation);
        // What was begun before is over by now, ended or not.
        var before = now - Microseconds(Kept);
        await context
            .UserEnds.Where(end => end.WrittenAt < before)
            .ExecuteDeleteAsync(cancellation);
    }

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    private sealed record Untold(SignedOutUser User, EndedBy By, DateTimeOffset At);
}
