using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.Storage;

/// <summary>A file: nothing to operate beside the app.</summary>
public sealed class SqliteStore(string file) : ViewerStore
{
    private const string Triggers = $"""
        CREATE TRIGGER IF NOT EXISTS "AuditEventsAreNotChanged" BEFORE UPDATE ON "AuditEvents"
        BEGIN SELECT RAISE(ABORT, '{AppendOnly}'); END;
        CREATE TRIGGER IF NOT EXISTS "AuditEventsAreKept" BEFORE DELETE ON "AuditEvents"
        WHEN NOT EXISTS (
            SELECT 1 FROM "AuditEvents" WHERE "Action" = 'LogTrimmed'
            AND CAST(substr("Detail", 1, instr("Detail", ':') - 1) AS INTEGER) >= OLD."Id")
        BEGIN SELECT RAISE(ABORT, '{AppendOnly}'); END;
        CREATE INDEX IF NOT EXISTS "AuditEventsTrimmed" ON "AuditEvents" ("Detail") WHERE "Action" = 'LogTrimmed';
        """;

    // A pooled connection would go on writing into a file that was deleted or replaced under it, and no one would know;
    // a new one finds out.
    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Pooling = false,
    }.ConnectionString;

    /// <inheritdoc />
    public override string Place => file;

    /// <inheritdoc />
    public override void Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite(_connection).AddInterceptors(new DurableSqlite());

    /// <inheritdoc />
    public override async Task PrepareAsync(ViewerDbContext context, CancellationToken cancellation)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        if (!await context.Database.EnsureCreatedAsync(cancellation))
            await RequireSchemaAsync(context, cancellation);
        await context.Database.ExecuteSqlRawAsync(Triggers, cancellation);
    }

    /// <inheritdoc />
    public override Task<bool> ExistsAsync(
        ViewerDbContext context,
        CancellationToken cancellation
    ) => Task.FromResult(File.Exists(file));

    /// <inheritdoc />
    /// <remarks>A transaction holds the file's write lock from its beginning.</remarks>
    public override Task LockLogAsync(ViewerDbContext context, CancellationToken cancellation) =>
        Task.CompletedTask;

    /// <inheritdoc />
    public override Task<long?> SharedTimeAsync(
        ViewerDbContext context,
        CancellationToken cancellation
    ) => Task.FromResult<long?>(null);
}
