using System.Security.Claims;
using HeiChartViewer.Tests.Unit.Web.Storage;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace HeiChartViewer.Tests.Unit.Web.SignIn;

/// <summary>Processes that share a database, and what one of them has ended for a user (control 52).</summary>
public sealed class UserEndsTests(PostgresServer server)
    : IAsyncLifetime,
        IClassFixture<PostgresServer>
{
    private readonly List<Host> _hosts = [];
    private string _database = "";

    [Fact]
    public async Task Control_52_A_sign_out_everywhere_at_one_process_ends_the_users_charts_at_another_within_seconds()
    {
        var (here, there) = (await StartAsync(), await StartAsync());
        var (chart, other) = (there.Open("one"), there.Open("another"));
        var (signIn, otherSignIn) = (there.SignIn("one"), there.SignIn("another"));
        var own = here.Open("one");
        await there.Keeper.StartAsync(CancellationToken.None);

        await here.Users.EndAsync(
            "one",
            new ChartUser("one", "One").Audited(AuditAction.SignOut) with
            {
                Detail = "everywhere",
            },
            CancellationToken.None
        );

        Assert.Null(here.Charts.Find(own.Id));
        for (var wait = 0; there.Charts.Find(chart.Id) is not null && wait < 200; wait++)
            await Task.Delay(100);
        await there.Keeper.StopAsync(CancellationToken.None);
        Assert.Null(there.Charts.Find(chart.Id));
        Assert.False(there.Tickets.IsOpen(signIn));
        Assert.Same(other, there.Charts.Find(other.Id));
        Assert.True(there.Tickets.IsOpen(otherSignIn));
    }

    [Fact]
    public async Task Control_52_Each_chart_that_ends_is_one_entry_whichever_process_it_was_in()
    {
        var (here, there) = (await StartAsync(), await StartAsync());
        var (own, chart) = (here.Open("one"), there.Open("one"));

        await here.Users.EndAsync(
            "one",
            new ChartUser("admin", "R. Falk").Audited(AuditAction.SessionsEnded) with
            {
                Detail = "one",
            },
            CancellationToken.None
        );
        // What was told is read again for a while, everywhere.
        for (var round = 0; round < 3; round++)
        {
            await here.Keeper.TendAsync(CancellationToken.None);
            await there.Keeper.TendAsync(CancellationToken.None);
        }

        Assert.Equal(
            [
                (AuditAction.SessionsEnded, "admin", null, "one"),
                (AuditAction.SessionEnded, "one", Ref(own), "SessionsEnded"),
                (AuditAction.SessionEnded, "one", Ref(chart), "SessionsEnded"),
            ],
            await EntriesAsync(here)
        );
    }

    [Theory]
    [InlineData("https://idp#one", "s1")]
    [InlineData("https://idp#one", null)]
    [InlineData(null, "s1")]
    public async Task A_logout_of_the_provider_at_one_process_ends_the_user_at_all(
        string? userId,
        string? session
    )
    {
        const string User = "https://idp#one";
        var hosts = new[] { await StartAsync(), await StartAsync(), await StartAsync() };
        // It is told to the first, the second has the sign-in, and the third a chart that the EHR launched.
        var signIn = hosts[1].SignIn(User, "s1");
        var (chart, launched) = (hosts[1].Open(User), hosts[2].Open(User));
        var other = hosts[2].Open("https://idp#another");

        await hosts[0]
            .Users.EndByProviderAsync(
                new SignedOutUser(userId, session),
                new AuditEntry(AuditAction.SignOut) { Detail = "by the provider" },
                CancellationToken.None
            );
        for (var round = 0; round < 2; round++)
            foreach (var host in hosts)
                await host.Keeper.TendAsync(CancellationToken.None);

        Assert.False(hosts[1].Tickets.IsOpen(signIn));
        Assert.Null(hosts[1].Charts.Find(chart.Id));
        Assert.Null(hosts[2].Charts.Find(launched.Id));
        Assert.Same(other, hosts[2].Charts.Find(other.Id));
        var ended = (await EntriesAsync(hosts[0]))
            .Where(entry => entry.Action is AuditAction.SessionEnded)
            .Select(entry => entry.Session)
            .ToList();
        Assert.Equal([Ref(chart), Ref(launched)], ended);
    }

    [Theory]
    [InlineData(-90)]
    [InlineData(0)]
    [InlineData(90)]
    public async Task What_is_begun_after_the_end_goes_on_and_the_databases_clock_says_what_was_before(
        int minutesAhead
    )
    {
        var (here, there) = (await StartAsync(), await StartAsync(minutesAhead));
        var before = there.Open("one");
        await here.Users.EndAsync(
            "one",
            new ChartUser("one", "One").Audited(AuditAction.SignOut),
            CancellationToken.None
        );
        there.Clock.Offset += TimeSpan.FromSeconds(30);
        var (after, signIn) = (there.Open("one"), there.SignIn("one"));
        there.Clock.Offset -= TimeSpan.FromSeconds(25);

        await there.Keeper.TendAsync(CancellationToken.None);

        Assert.Null(there.Charts.Find(before.Id));
        Assert.Same(after, there.Charts.Find(after.Id));
        Assert.True(there.Tickets.IsOpen(signIn));
    }

    [Fact]
    public async Task A_chart_whose_opening_was_on_its_way_when_the_end_was_read_ends_too()
    {
        var (here, there) = (await StartAsync(), await StartAsync());
        var late = Sample.Session(there.Clock.GetUtcNow(), userId: "one");
        await here.Users.EndAsync(
            "one",
            new ChartUser("one", "One").Audited(AuditAction.SignOut),
            CancellationToken.None
        );
        await there.Keeper.TendAsync(CancellationToken.None);

        there.Charts.Add(late);
        await there.Keeper.TendAsync(CancellationToken.None);

        Assert.Null(there.Charts.Find(late.Id));
    }

    [Fact]
    public async Task While_the_database_is_away_only_this_process_ends_them_and_says_so_and_the_others_follow()
    {
        var (here, there) = (await StartAsync(), await StartAsync());
        var (own, chart) = (here.Open("one"), there.Open("one"));
        await there.Keeper.TendAsync(CancellationToken.None);
        await AllowAsync(false);

        await Assert.ThrowsAsync<UserEndNotToldException>(() =>
            here.Ends.TellAsync(new SignedOutUser("one", null), EndedBy.User, default)
        );
        await Assert.ThrowsAnyAsync<Exception>(() =>
            here.Users.EndAsync(
                "one",
                new ChartUser("one", "One").Audited(AuditAction.SignOut),
                CancellationToken.None
            )
        );
        await there.Keeper.TendAsync(CancellationToken.None);
        Assert.Null(here.Charts.Find(own.Id));
        Assert.NotNull(there.Charts.Find(chart.Id));

        await AllowAsync(true);
        var since = here.Open("one");
        await here.Keeper.TendAsync(CancellationToken.None);
        await there.Keeper.TendAsync(CancellationToken.None);
        Assert.Null(there.Charts.Find(chart.Id));
        Assert.Same(since, here.Charts.Find(since.Id));
    }

    [Fact]
    public async Task What_nobody_can_still_have_open_is_forgotten()
    {
        var here = await StartAsync();
        await here.Ends.TellAsync(new SignedOutUser("one", null), EndedBy.User, default);
        await using var context = await here.ContextAsync();
        await context.UserEnds.ExecuteUpdateAsync(set =>
            set.SetProperty(end => end.WrittenAt, end => end.WrittenAt - 25L * 60 * 60 * 1_000_000)
        );

        await here.Ends.TellAsync(new SignedOutUser("another", null), EndedBy.User, default);

        Assert.Equal("another", (await context.UserEnds.SingleAsync()).UserId);
    }

    [Fact]
    public async Task Beside_a_file_of_its_own_a_process_tells_nobody()
    {
        var folder = Directory.CreateTempSubdirectory("ends-");
        var host = await StartAsync(
            new SqliteStore(Path.Combine(folder.FullName, "audit.db")),
            minutesAhead: 0
        );

        await host.Ends.TellAsync(new SignedOutUser("one", null), EndedBy.User, default);

        Assert.Empty(await host.Ends.ReadAsync(default));
        await using (var context = await host.ContextAsync())
            Assert.Empty(await context.UserEnds.ToListAsync());
        folder.Delete(recursive: true);
    }

    /// <inheritdoc />
    public async Task InitializeAsync() =>
        _database = (await server.CreateDatabaseAsync()).ConnectionString;

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.Services.DisposeAsync();
    }

    private Task<Host> StartAsync(int minutesAhead = 0) =>
        StartAsync(new PostgresStore(new NpgsqlConnectionStringBuilder(_database)), minutesAhead);

    private async Task<Host> StartAsync(ViewerStore store, int minutesAhead)
    {
        var clock = new OffsetClock { Offset = TimeSpan.FromMinutes(minutesAhead) };
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddAudit(new AuditOptions { Store = store })
            .BuildServiceProvider();
        foreach (var service in services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        var host = new Host(services, clock);
        _hosts.Add(host);
        return host;
    }

    private async Task AllowAsync(bool connections)
    {
        var builder = new NpgsqlConnectionStringBuilder(_database);
        var name = builder.Database;
        builder.Database = "postgres";
        await using var source = NpgsqlDataSource.Create(builder.ConnectionString);
        await using var command = source.CreateCommand(
            $"""
            ALTER DATABASE {name} ALLOW_CONNECTIONS {connections};
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND NOT {connections};
            """
        );
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<
        IReadOnlyList<(AuditAction Action, string? User, string? Session, string? Detail)>
    > EntriesAsync(Host host)
    {
        await using var context = await host.ContextAsync();
        return
        [
            .. (await context.AuditEvents.OrderBy(entry => entry.Id).ToListAsync()).Select(entry =>
                (entry.Action, entry.UserId, entry.SessionRef, entry.Detail)
            ),
        ];
    }

    private static string Ref(ChartSession session) => AuditEntry.ReferTo(session.Id.Value);

    private sealed class OffsetClock : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }

    private sealed class Host
    {
        public Host(ServiceProvider services, OffsetClock clock)
        {
            (Services, Clock) = (services, clock);
            Charts = new ChartSessions(clock);
            Tickets = new SignInTickets(clock);
            Ends = new UserEnds(
                services.GetRequiredService<IDbContextFactory<ViewerDbContext>>(),
                services.GetRequiredService<ViewerStore>(),
                clock
            );
            Users = new UserSessions(
                Charts,
                Tickets,
                Ends,
                services.GetRequiredService<IAuditLog>()
            );
            Keeper = new UserEndKeeper(Ends, Users, clock, NullLogger<UserEndKeeper>.Instance);
        }

        public ServiceProvider Services { get; }

        public OffsetClock Clock { get; }

        public ChartSessions Charts { get; }

        public SignInTickets Tickets { get; }

        public UserEnds Ends { get; }

        public UserSessions Users { get; }

        public UserEndKeeper Keeper { get; }

        public ChartSession Open(string userId)
        {
            var session = Sample.Session(Clock.GetUtcNow(), userId: userId);
            Charts.Add(session);
            return session;
        }

        public ClaimsPrincipal SignIn(string userId, string? providerSession = null)
        {
            var principal = UserClaims.Principal(new ChartUser(userId, userId), null);
            if (providerSession is not null)
                ((ClaimsIdentity)principal.Identity!).AddClaim(
                    new Claim(UserClaims.ProviderSession, providerSession)
                );
            return Tickets.Open(principal, Clock.GetUtcNow() + TimeSpan.FromHours(10));
        }

        public Task<ViewerDbContext> ContextAsync() =>
            Services
                .GetRequiredService<IDbContextFactory<ViewerDbContext>>()
                .CreateDbContextAsync();
    }
}
