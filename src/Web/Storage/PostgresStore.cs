using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HeiChartViewer.Web.Storage;

/// <summary>A server that several hosts of the viewer share: one log, and one memory of which launches were used and whose sessions ended.</summary>
public sealed class PostgresStore : ViewerStore
{
    /// <summary>Any number that means this log and nothing else in the database.</summary>
    private const long LogLock = 0x4865_6956_6965_7765;

    private const string Durable = "-c synchronous_commit=on";

    private const string Triggers = $"""
        CREATE FUNCTION "KeepAuditEvents"() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            IF TG_OP = 'DELETE' THEN
                IF EXISTS (
                    SELECT 1 FROM "AuditEvents" WHERE "Action" = 'LogTrimmed'
                    AND split_part("Detail", ':', 1)::bigint >= OLD."Id")
                THEN
                    RETURN OLD;
                END IF;
            END IF;
            RAISE EXCEPTION '{AppendOnly}';
        END
        $body$;
        CREATE TRIGGER "AuditEventsAreKept" BEFORE UPDATE OR DELETE ON "AuditEvents"
            FOR EACH ROW EXECUTE FUNCTION "KeepAuditEvents"();
        CREATE TRIGGER "AuditEventsAreNotEmptied" BEFORE TRUNCATE ON "AuditEvents"
            FOR EACH STATEMENT EXECUTE FUNCTION "KeepAuditEvents"();
        CREATE INDEX "AuditEventsTrimmed" ON "AuditEvents" ("Detail") WHERE "Action" = 'LogTrimmed';
        """;

    private readonly NpgsqlConnectionStringBuilder _connection;

    /// <summary>A server's database, as a connection string names it.</summary>
    public PostgresStore(NpgsqlConnectionStringBuilder connection)
    {
        _connection = connection;
        // Whatever the server's own default: what is committed survives a power cut.
        _connection.Options = $"{connection.Options} {Durable}".TrimStart();
    }

    /// <inheritdoc />
    public override string Place => $"{_connection.Host}, database {_connection.Database}";

    /// <inheritdoc />
    public override void Configure(DbContextOptionsBuilder options) =>
        options.UseNpgsql(_connection.ConnectionString);

    /// <inheritdoc />
    public override async Task PrepareAsync(ViewerDbContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        // Several hosts may start at once; one makes the tables, and the others find them.
        await LockLogAsync(context, cancellation);
        if (await ExistsAsync(context, cancellation))
        {
            await RequireSchemaAsync(context, cancellation);
            return;
        }
        var tables = context.Database.GenerateCreateScript();
        await context.Database.ExecuteSqlRawAsync(tables, cancellation);
        await context.Database.ExecuteSqlRawAsync(Triggers, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc />
    public override async Task<bool> ExistsAsync(
        ViewerDbContext context,
        CancellationToken cancellation
    ) =>
        await context
            .Database.SqlQuery<bool>(
                $"""SELECT to_regclass('"AuditEvents"') IS NOT NULL AS "Value" """
            )
            .SingleAsync(cancellation);

    /// <inheritdoc />
    public override Task LockLogAsync(ViewerDbContext context, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LogLock})", cancellation);

    /// <inheritdoc />
    public override async Task<long?> SharedTimeAsync(
        ViewerDbContext context,
        CancellationToken cancellation
    ) =>
        await context
            .Database.SqlQuery<long>(
                $"""SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS "Value" """
            )
            .SingleAsync(cancellation);
}
