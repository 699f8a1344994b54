using System.Data.Common;
using HeiChartViewer.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.Storage;

/// <summary>A database that can hold what the viewer keeps, with what differs from one to another.</summary>
public abstract class ViewerStore
{
    /// <summary>What the database says when somebody would change the log.</summary>
    public const string AppendOnly = "The audit log is append-only.";

    /// <summary>Where it is, without a secret.</summary>
    public abstract string Place { get; }

    /// <summary>What the database said, where that is what failed; a provider may wrap it in what says to try again.</summary>
    public static DbException? Failure(Exception failure) =>
        failure as DbException ?? (failure.InnerException is { } inner ? Failure(inner) : null);

    /// <summary>Points a context at it.</summary>
    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>
    /// Makes what is not there yet: the tables, and the triggers that refuse to change an entry, or to delete one that no
    /// entry of the log itself has let go of.
    /// </summary>
    public abstract Task PrepareAsync(ViewerDbContext context, CancellationToken cancellation);

    /// <summary>Whether it is there to be read.</summary>
    public abstract Task<bool> ExistsAsync(ViewerDbContext context, CancellationToken cancellation);

    /// <summary>Within a transaction, keeps every other writer of the log from beginning before this one has committed.</summary>
    public abstract Task LockLogAsync(ViewerDbContext context, CancellationToken cancellation);

    /// <summary>
    /// The time by the clock of a database that several hosts share, in microseconds of Unix time; null where it is one host's
    /// own.
    /// </summary>
    public abstract Task<long?> SharedTimeAsync(
        ViewerDbContext context,
        CancellationToken cancellation
    );

    /// <summary>Reads what is there, once.</summary>
    /// <exception cref="ConfigurationException">It is not what this version of the viewer keeps.</exception>
    protected static async Task RequireSchemaAsync(
        ViewerDbContext context,
        CancellationToken cancellation
    )
    {
        try
        {
            await context.AuditEvents.FirstOrDefaultAsync(cancellation);
            await context.UsedLaunches.FirstOrDefaultAsync(cancellation);
            await context.UserEnds.FirstOrDefaultAsync(cancellation);
        }
        catch (DbException)
        {
            throw new ConfigurationException([
                "Viewer:AuditDatabase was made by another version of the viewer. Keep it, for it is evidence, and name a new one.",
            ]);
        }
    }
}
