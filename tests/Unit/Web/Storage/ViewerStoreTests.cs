using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Launch.Signed;
using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HeiChartViewer.Tests.Unit.Web.Storage;

/// <summary>What holds on every database, with two hosts of the viewer on one.</summary>
public abstract class ViewerStoreTests : IAsyncLifetime
{
    private readonly MovableClock _clock = new();
    private readonly List<ServiceProvider> _hosts = [];

    [Fact]
    public async Task Hosts_that_start_at_once_share_one_database()
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync()));

        await Task.WhenAll(hosts.Select((host, i) => WriteAsync(host, $"{i}")));

        Assert.Equal(4, (await ReadAsync(hosts[0])).Count);
    }

    [Fact]
    public async Task Control_63_The_chain_of_two_hosts_that_write_at_once_is_one()
    {
        var (one, other) = (await StartAsync(), await StartAsync());

        await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => WriteAsync(i % 2 == 0 ? one : other, $"{i}"))
        );

        var kept = await ReadAsync(other);
        Assert.Equal(Enumerable.Range(1, 100), kept.Select(entry => (int)entry.Id));
        var found = await one.GetRequiredService<AuditChain>().VerifyAsync();
        Assert.Null(found.Broken);
        Assert.Equal(100, found.Head?.Id);
    }

    [Fact]
    public async Task Control_63_The_database_itself_refuses_to_change_or_delete_an_entry()
    {
        var host = await StartAsync();
        await WriteAsync(host, "first");
        await using var context = await ContextAsync(host);

        await RefusedAsync(() =>
            context.AuditEvents.ExecuteUpdateAsync(set =>
                set.SetProperty(entry => entry.Detail, "nothing happened")
            )
        );
        await RefusedAsync(() => context.AuditEvents.ExecuteDeleteAsync());

        Assert.Equal("first", Assert.Single(await ReadAsync(host)).Detail);
    }

    [Fact]
    public async Task Control_63_What_the_log_let_go_of_and_nothing_else_may_be_deleted()
    {
        var host = await StartAsync();
        await WriteAsync(host, "old");
        _clock.Now += TimeSpan.FromDays(40);
        await WriteAsync(host, "new");

        var gone = await host.GetRequiredService<AuditRetention>()
            .TrimAsync(TimeSpan.FromDays(30), CancellationToken.None);

        Assert.Equal(1, gone);
        Assert.Null((await host.GetRequiredService<AuditChain>().VerifyAsync()).Broken);
        await using var context = await ContextAsync(host);
        await RefusedAsync(() => context.AuditEvents.ExecuteDeleteAsync());
        Assert.Equal(2, (await ReadAsync(host)).Count);
    }

    [Fact]
    public async Task Control_63_An_entry_reads_back_as_it_was_hashed()
    {
        var host = await StartAsync();
        await host.GetRequiredService<IAuditLog>()
            .WriteAsync(
                [
                    new(AuditAction.SectionViewed)
                    {
                        UserId = "a'b\"c\\d",
                        UserName = "Åsa Öberg 李明 👩🏽‍⚕️ \ud800 \0 \u202e",
                        Detail = new string('x', 5000),
                    },
                ],
                CancellationToken.None
            );

        Assert.Null((await host.GetRequiredService<AuditChain>().VerifyAsync()).Broken);
        Assert.Equal(_clock.Now, Assert.Single(await ReadAsync(host)).At);
    }

    [Fact]
    public async Task Control_15_Of_launches_with_one_id_at_two_hosts_at_once_one_is_used()
    {
        var (one, other) = (await StartAsync(), await StartAsync());

        var used = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(i => Task.Run(() => UseLaunchAsync(i % 2 == 0 ? one : other)))
        );

        Assert.Single(used, first => first);
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(13, true)]
    public async Task Control_15_A_process_whose_clock_is_ahead_forgets_no_launch_that_another_would_believe(
        int ahead,
        bool isForgotten
    )
    {
        var host = await StartAsync();
        await UseLaunchAsync(host);
        var fast = new MovableClock { Now = _clock.Now.AddMinutes(ahead) };

        await UseLaunchAsync(host, "jti-2", fast);

        Assert.Equal(isForgotten, await UseLaunchAsync(host));
    }

    /// <inheritdoc />
    public abstract Task InitializeAsync();

    /// <inheritdoc />
    public virtual async Task DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    /// <summary>The database, as a host of its own sees it.</summary>
    protected abstract ViewerStore Open();

    /// <summary>A host of the viewer, so far as it keeps anything.</summary>
    protected async Task<ServiceProvider> StartAsync()
    {
        var host = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_clock)
            .AddAudit(new AuditOptions { Store = Open() })
            .BuildServiceProvider();
        lock (_hosts)
            _hosts.Add(host);
        foreach (var service in host.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        return host;
    }

    protected static Task WriteAsync(IServiceProvider host, string detail) =>
        host.GetRequiredService<IAuditLog>()
            .WriteAsync(
                [new(AuditAction.SectionViewed) { UserId = "clinician-1", Detail = detail }],
                CancellationToken.None
            );

    /// <summary>Uses the one launch of these tests at a host.</summary>
    protected Task<bool> UseLaunchAsync(IServiceProvider host) =>
        UseLaunchAsync(host, "jti-1", _clock);

    private static Task<bool> UseLaunchAsync(
        IServiceProvider host,
        string id,
        MovableClock clock
    ) =>
        new UsedLaunches(
            host.GetRequiredService<IDbContextFactory<ViewerDbContext>>(),
            clock
        ).TryUseAsync("https://ehr.example.org", id, clock.Now.AddMinutes(2), default);

    protected static Task<ViewerDbContext> ContextAsync(IServiceProvider host) =>
        host.GetRequiredService<IDbContextFactory<ViewerDbContext>>().CreateDbContextAsync();

    private static async Task<IReadOnlyList<AuditEvent>> ReadAsync(IServiceProvider host)
    {
        await using var context = await ContextAsync(host);
        return await context.AuditEvents.OrderBy(entry => entry.Id).ToListAsync();
    }

    private static async Task RefusedAsync(Func<Task> change)
    {
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(change);
        Assert.Contains(ViewerStore.AppendOnly, refused.Message, StringComparison.Ordinal);
    }

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
