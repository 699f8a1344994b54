using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HeiChartViewer.Web.Storage;

/// <summary>
/// What is committed survives a power cut. SQLite's journal is a property of the file, but how it synchronises is one
/// of each connection, and its default in write-ahead mode may differ by build.
/// </summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
