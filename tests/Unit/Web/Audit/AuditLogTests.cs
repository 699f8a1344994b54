using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HeiChartViewer.Tests.Unit.Web.Audit;

public sealed class AuditLogTests
{
    [Fact]
    public async Task What_was_written_is_there_when_the_file_is_opened_again_and_the_chain_goes_on()
    {
        await using var file = await AuditFile.CreateAsync();
        await file.WriteAsync("one");
        await file.ReopenAsync();
        await file.WriteAsync("two");
        var kept = await file.ReadAsync();
        Assert.Equal(["one", "two"], kept.Select(entry => entry.Detail));
        Assert.Equal(AuditEvent.Genesis, kept[0].PreviousHash);
        Assert.Equal(kept[0].Hash, kept[1].PreviousHash);
        Assert.True((await file.Chain.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task Every_field_is_kept_as_given()
    {
        await using var file = await AuditFile.CreateAsync();
        var entry = new AuditEntry(AuditAction.LaunchRefused, AuditOutcome.Denied)
        {
            UserId = "u",
            UserName = "Ada Müller",
            Tenant = "t",
            DataPartitionId = "p",
            SourcePersonId = "s",
            PatientId = "i",
            SessionRef = AuditEntry.ReferTo("session"),
            Section = "c",
            Detail = "d",
            CorrelationId = "r",
            RemoteAddress = "::1",
        };
        await file.Log.WriteAsync([entry], CancellationToken.None);
        var kept = Assert.Single(await file.ReadAsync());
        var expected = AuditEvent.Next(
            entry,
            new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero),
            previous: null
        );
        Assert.Equal(expected, kept);
        Assert.Equal(
            (1, AuditAction.LaunchRefused, AuditOutcome.Denied, "Ada Müller", "::1"),
            (kept.Id, kept.Action, kept.Outcome, kept.UserName, kept.RemoteAddress)
        );
    }

    [Fact]
    public async Task Two_hundred_writers_at_once_lose_nothing_and_make_one_chain()
    {
        await using var file = await AuditFile.CreateAsync();
        var writers = Enumerable.Range(0, 200).Select(i => $"writer {i}").ToList();
        await Task.WhenAll(
            writers.Select(name =>
                Task.Run(() =>
                    file.Log.WriteAsync(
                        [AuditFile.Entry(name), AuditFile.Entry(name)],
                        CancellationToken.None
                    )
                )
            )
        );
        var kept = await file.ReadAsync();
        Assert.Equal(
            writers.Order(StringComparer.Ordinal),
            kept.Chunk(2)
                .Select(pair => Assert.Single(pair.Select(entry => entry.Detail!).Distinct()))
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(new(new(400, kept[^1].Hash), null), await file.Chain.VerifyAsync());
    }

    [Fact]
    public async Task Those_who_wait_while_one_commits_share_the_next_transaction()
    {
        await using var file = await AuditFile.CreateAsync();
        var contexts = new GatedContexts(file.Contexts);
        await using var log = new AuditLog(
            contexts,
            TimeProvider.System,
            new AuditOptions { Store = new SqliteStore("") },
            NullLogger<AuditLog>.Instance
        );
        var writers = Enumerable
            .Range(0, 20)
            .Select(i => log.WriteAsync([AuditFile.Entry($"{i}")], CancellationToken.None))
            .ToList();
        Assert.DoesNotContain(writers, writer => writer.IsCompleted);
        contexts.Gate.SetResult();
        await Task.WhenAll(writers);
        Assert.InRange(contexts.Created, 1, 2);
        Assert.Equal(20, (await file.ReadAsync()).Count);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_kept_takes_its_companions_with_it_and_the_log_recovers()
    {
        await using var file = await AuditFile.CreateAsync();
        await file.WriteAsync("before");
        await file.TamperAsync(
            "CREATE TRIGGER full BEFORE INSERT ON AuditEvents WHEN NEW.Id = 3 BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        );
        await Assert.ThrowsAsync<AuditUnavailableException>(() =>
            file.Log.WriteAsync(
                [AuditFile.Entry("first half"), AuditFile.Entry("second half")],
                CancellationToken.None
            )
        );
        Assert.Equal(["before"], (await file.ReadAsync()).Select(entry => entry.Detail));
        await file.TamperAsync("DROP TRIGGER full");
        await file.WriteAsync("after");
        Assert.Equal(["before", "after"], (await file.ReadAsync()).Select(entry => entry.Detail));
        Assert.True((await file.Chain.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task A_log_that_is_gone_says_so_to_each_writer()
    {
        await using var file = await AuditFile.CreateAsync();
        await file.TamperAsync("DROP TABLE AuditEvents");
        await Assert.ThrowsAsync<AuditUnavailableException>(() => file.WriteAsync("one"));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => file.WriteAsync("two"));
    }

    [Fact]
    public async Task A_file_deleted_under_the_running_log_is_noticed()
    {
        await using var file = await AuditFile.CreateAsync();
        await file.WriteAsync("one");
        file.Delete();
        await Assert.ThrowsAsync<AuditUnavailableException>(() => file.WriteAsync("two"));
    }

    [Fact]
    public async Task Control_62_Where_so_configured_what_cannot_be_written_waits_and_is_written_in_order()
    {
        await using var file = await AuditFile.CreateAsync(AuditOutage.Queue);
        await file.WriteAsync("before");
        await file.TamperAsync("ALTER TABLE AuditEvents RENAME TO Away");
        await file.WriteAsync("one", "two");
        await file.TamperAsync("ALTER TABLE Away RENAME TO AuditEvents");
        await file.WriteAsync("after");

        Assert.Equal(
            ["before", "one", "two", "after"],
            (await file.ReadAsync()).Select(entry => entry.Detail)
        );
        Assert.True((await file.Chain.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task Control_62_What_waits_is_written_at_the_end()
    {
        await using var file = await AuditFile.CreateAsync(AuditOutage.Queue);
        await file.TamperAsync("ALTER TABLE AuditEvents RENAME TO Away");
        await file.WriteAsync("one");
        await file.TamperAsync("ALTER TABLE Away RENAME TO AuditEvents");
        await file.ReopenAsync();

        Assert.Equal("one", Assert.Single(await file.ReadAsync()).Detail);
    }

    [Fact]
    public async Task Control_62_What_waits_is_bounded_and_then_nothing_more_is_shown()
    {
        await using var file = await AuditFile.CreateAsync(AuditOutage.Queue);
        await file.TamperAsync("ALTER TABLE AuditEvents RENAME TO Away");

        var writes = Enumerable
            .Range(0, 11_000)
            .Select(i => file.Log.WriteAsync([AuditFile.Entry($"{i}")], CancellationToken.None))
            .ToList();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => Task.WhenAll(writes));
        Assert.InRange(writes.Count(write => write.IsCompletedSuccessfully), 9_000, 10_000);
        await file.TamperAsync("ALTER TABLE Away RENAME TO AuditEvents");
    }

    [Fact]
    public async Task A_log_that_has_ended_takes_nothing_more()
    {
        await using var file = await AuditFile.CreateAsync();
        var log = file.Log;
        await ((IAsyncDisposable)log).DisposeAsync();
        await Assert.ThrowsAsync<AuditUnavailableException>(() =>
            log.WriteAsync([AuditFile.Entry("late")], CancellationToken.None)
        );
    }

    [Fact]
    public async Task What_was_handed_over_before_the_end_is_kept()
    {
        await using var file = await AuditFile.CreateAsync();
        var log = file.Log;
        var writing = log.WriteAsync([AuditFile.Entry("last")], CancellationToken.None);
        await ((IAsyncDisposable)log).DisposeAsync();
        await writing;
        Assert.Equal("last", Assert.Single(await file.ReadAsync()).Detail);
    }

    [Fact]
    public async Task Writing_nothing_is_a_mistake_of_the_caller()
    {
        await using var file = await AuditFile.CreateAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            file.Log.WriteAsync([], CancellationToken.None)
        );
    }

    [Fact]
    public async Task A_writer_that_no_longer_waits_is_told_that_nothing_is_sure()
    {
        await using var file = await AuditFile.CreateAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            file.Log.WriteAsync([AuditFile.Entry("one")], new CancellationToken(canceled: true))
        );
    }

    [Theory]
    [InlineData("PRAGMA journal_mode", "wal")]
    [InlineData("PRAGMA synchronous", "2")]
    public async Task What_is_committed_survives_a_power_cut(string pragma, string value)
    {
        await using var file = await AuditFile.CreateAsync();
        await using var context = await file.Contexts.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        Assert.Equal(value, $"{await command.ExecuteScalarAsync()}");
    }

    [Fact]
    public async Task The_file_does_not_hold_what_opens_a_session()
    {
        await using var file = await AuditFile.CreateAsync();
        await file.Log.WriteAsync(
            [AuditFile.Entry("x") with { SessionRef = AuditEntry.ReferTo("opens-the-chart") }],
            CancellationToken.None
        );
        Assert.Equal(
            "872cab7d30ed02576db6ea73a9f5b06e417664c88d2f33deff39f5fd5e3a1302",
            Assert.Single(await file.ReadAsync()).SessionRef
        );
    }

    private sealed class GatedContexts(IDbContextFactory<ViewerDbContext> inner)
        : IDbContextFactory<ViewerDbContext>
    {
        public TaskCompletionSource Gate { get; } = new();

        public int Created { get; private set; }

        public ViewerDbContext CreateDbContext() => inner.CreateDbContext();

        public async Task<ViewerDbContext> CreateDbContextAsync(CancellationToken cancellationToken)
        {
            Created++;
            await Gate.Task;
            return await inner.CreateDbContextAsync(cancellationToken);
        }
    }
}
