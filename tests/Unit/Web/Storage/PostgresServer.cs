using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace HeiChartViewer.Tests.Unit.Web.Storage;

/// <summary>A real PostgreSQL in a folder of its own, reached by a socket in it; both go when the tests end, however they end.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    /// <summary>The server refuses to be root, and ends with its standard input.</summary>
    private const string Script = """
        set -e
        bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
        folder=$(mktemp -d)
        trap 'kill -INT "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$folder"' EXIT
        "$bin/initdb" -D "$folder/data" -A trust -U viewer -E UTF8 --locale=C >/dev/null
        "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= >/dev/null 2>&1 &
        server=$!
        until "$bin/pg_isready" -q -h "$folder" -U viewer -d postgres; do kill -0 "$server"; sleep 0.1; done
        echo "$folder"
        read -r _ || true
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private Process? _process;
    private string _folder = "";
    private int _databases;

    /// <summary>A database that nobody has used.</summary>
    public async Task<NpgsqlConnectionStringBuilder> CreateDatabaseAsync()
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"audit{Interlocked.Increment(ref _databases)}"
        );
        await using var source = NpgsqlDataSource.Create(Database("postgres").ConnectionString);
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return Database(name);
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo(Environment.IsPrivilegedProcess ? "runuser" : "sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        string[] arguments = Environment.IsPrivilegedProcess
            ? ["-u", "postgres", "--", "sh", "-c", Script]
            : ["-c", Script];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(StartLimit);
        _folder =
            await _process.StandardOutput.ReadLineAsync(limit.Token)
            ?? throw new InvalidOperationException(
                "PostgreSQL did not start. Install it with: sudo apt-get install postgresql"
            );
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_process is null)
            return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private NpgsqlConnectionStringBuilder Database(string name) =>
        new()
        {
            Host = _folder,
            Username = "viewer",
            Database = name,
        };
}
