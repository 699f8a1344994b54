using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Audit.Export;
using HeiChartViewer.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HeiChartViewer.Tests.Unit.Web.Audit;

/// <summary>An audit log in a file of its own, as the app makes it.</summary>
internal sealed class AuditFile : IAsyncDisposable
{
    private const string Untriggered = """
        DROP TRIGGER IF EXISTS "AuditEventsAreNotChanged"; DROP TRIGGER IF EXISTS "AuditEventsAreKept";
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("audit-");
    private ServiceProvider _services;

    private readonly AuditOutage _outage;
    private readonly TimeProvider _clock;

    private AuditFile(AuditOutage outage, TimeProvider clock)
    {
        _outage = outage;
        _clock = clock;
        _services = Build();
    }

    public IAuditLog Log => _services.GetRequiredService<IAuditLog>();

    public AuditRetention Retention => _services.GetRequiredService<AuditRetention>();

    public AuditExport Export => _services.GetRequiredService<AuditExport>();

    public AuditChain Chain => _services.GetRequiredService<AuditChain>();

    public IDbContextFactory<ViewerDbContext> Contexts =>
        _services.GetRequiredService<IDbContextFactory<ViewerDbContext>>();

    public string Database => Path.Combine(_folder.FullName, "made", "audit.db");

    public static async Task<AuditFile> CreateAsync(
        AuditOutage outage = AuditOutage.Refuse,
        TimeProvider? clock = null
    )
    {
        var file = new AuditFile(outage, clock ?? new Clock());
        await file.StartAsync();
        return file;
    }

    /// <summary>Ends the log and opens the file again.</summary>
    public async Task ReopenAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        _services = Build();
        await StartAsync();
    }

    /// <summary>Writes entries one by one, each told apart by its detail.</summary>
    public async Task WriteAsync(params string[] details)
    {
        foreach (var detail in details)
            await Log.WriteAsync([Entry(detail)], CancellationToken.None);
    }

    public async Task<IReadOnlyList<AuditEvent>> ReadAsync()
    {
        await using var context = await Contexts.CreateDbContextAsync();
        return [.. context.AuditEvents.OrderBy(entry => entry.Id)];
    }

    /// <summary>Changes the file behind the log's back, as one can who has the file: what refuses a change goes first.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Untriggered + sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Deletes the file under the running log.</summary>
    public void Delete() => File.Delete(Database);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public static AuditEntry Entry(string detail) =>
        new(AuditAction.SectionViewed)
        {
            UserId = "clinician-1",
            PatientId = "patient-1",
            Section = "allergies",
            Detail = detail,
        };

    private async Task StartAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
    }

    private ServiceProvider Build() =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(_clock)
            .AddAudit(new AuditOptions { Store = new SqliteStore(Database), Outage = _outage })
            .AddSingleton<AuditExport>()
            .BuildServiceProvider();

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero);
    }
}
