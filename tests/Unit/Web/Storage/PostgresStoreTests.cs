using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch.Signed;
using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HeiChartViewer.Tests.Unit.Web.Storage;

public sealed class PostgresStoreTests(PostgresServer server)
    : ViewerStoreTests,
        IClassFixture<PostgresServer>
{
    private string _database = "";

    public override async Task InitializeAsync() =>
        _database = (await server.CreateDatabaseAsync()).ConnectionString;

    [Fact]
    public async Task What_is_committed_is_durable_whatever_the_server_would_do()
    {
        var name = new NpgsqlConnectionStringBuilder(_database).Database;
        await AdminAsync($"ALTER DATABASE {name} SET synchronous_commit = off");
        NpgsqlConnection.ClearAllPools();

        Assert.Equal("on", await SettingAsync("synchronous_commit"));
    }

    [Fact]
    public async Task Control_63_The_log_cannot_be_emptied_at_once()
    {
        await using var context = await ContextAsync(await StartAsync());

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            context.Database.ExecuteSqlRawAsync("TRUNCATE \"AuditEvents\"")
        );

        Assert.Equal(ViewerStore.AppendOnly, refused.MessageText);
    }

    [Fact]
    public async Task Control_63_An_account_that_may_only_read_and_add_is_enough()
    {
        await using (var owner = await ContextAsync(await StartAsync()))
            await owner.Database.ExecuteSqlRawAsync(
                """
                CREATE ROLE adds LOGIN;
                GRANT SELECT, INSERT ON "AuditEvents" TO adds;
                GRANT SELECT, INSERT, DELETE ON "UsedLaunches", "UserEnds" TO adds;
                """
            );
        _database = new NpgsqlConnectionStringBuilder(_database)
        {
            Username = "adds",
        }.ConnectionString;
        var host = await StartAsync();

        await WriteAsync(host, "kept");
        Assert.True(await UseLaunchAsync(host));

        Assert.Null((await host.GetRequiredService<AuditChain>().VerifyAsync()).Broken);
        await using var context = await ContextAsync(host);
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            context.Database.ExecuteSqlRawAsync(
                "DROP TRIGGER \"AuditEventsAreKept\" ON \"AuditEvents\""
            )
        );
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Control_62_While_the_server_is_away_nothing_is_shown_and_then_it_goes_on()
    {
        var host = await StartAsync();
        await WriteAsync(host, "before");
        var name = new NpgsqlConnectionStringBuilder(_database).Database;

        await AdminAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await AdminAsync(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        );
        await Assert.ThrowsAsync<AuditUnavailableException>(() => WriteAsync(host, "lost"));
        await Assert.ThrowsAsync<SignedLaunchException>(() => UseLaunchAsync(host));
        await AdminAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        await WriteAsync(host, "after");
        Assert.True(await UseLaunchAsync(host));

        var found = await host.GetRequiredService<AuditChain>().VerifyAsync();
        Assert.Equal((2, null), (found.Head?.Id, found.Broken));
    }

    [Fact]
    public async Task Control_62_A_viewer_whose_server_is_away_does_not_start()
    {
        _database = new NpgsqlConnectionStringBuilder(_database)
        {
            Host = "/nowhere",
        }.ConnectionString;

        var stopped = await Assert.ThrowsAsync<ConfigurationException>(StartAsync);

        Assert.Contains("/nowhere", Assert.Single(stopped.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_version_is_refused_and_kept()
    {
        await using (var context = await ContextAsync(await StartAsync()))
            await context.Database.ExecuteSqlRawAsync(
                "ALTER TABLE \"AuditEvents\" RENAME COLUMN \"Purpose\" TO \"Why\""
            );

        await Assert.ThrowsAsync<ConfigurationException>(StartAsync);
    }

    protected override ViewerStore Open() =>
        new PostgresStore(new NpgsqlConnectionStringBuilder(_database));

    private async Task<string> SettingAsync(string name)
    {
        await using var context = await ContextAsync(await StartAsync());
        return await context
            .Database.SqlQuery<string>($"SELECT current_setting({name}) AS \"Value\"")
            .SingleAsync();
    }

    private async Task AdminAsync(string sql)
    {
        var admin = new NpgsqlConnectionStringBuilder(_database) { Database = "postgres" };
        await using var source = NpgsqlDataSource.Create(admin.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
