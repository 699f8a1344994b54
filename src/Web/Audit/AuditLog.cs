using System.Threading.Channels;
using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Web.Audit;

/// <summary>
/// Appends to the chain from one task. What arrives while a transaction commits shares the next one, so the cost of
/// durability is paid once for all who wait.
/// </summary>
internal sealed partial class AuditLog : IAuditLog, IHostedService, IAsyncDisposable
{
    private const int MostPerTransaction = 256;

    // Of an outage: some minutes of a busy clinic, in a few megabytes.
    private const int MostWaiting = 10_000;

    private readonly IDbContextFactory<ViewerDbContext> _contexts;
    private readonly ViewerStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Channel<Request> _requests = Channel.CreateUnbounded<Request>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly Task _writing;
    private readonly int _mayWait;
    private readonly List<Request> _waiting = [];

    public AuditLog(
        IDbContextFactory<ViewerDbContext> contexts,
        TimeProvider clock,
        AuditOptions options,
        ILogger<AuditLog> logger
    )
    {
        _mayWait = options.Outage == AuditOutage.Queue ? MostWaiting : 0;
        _contexts = contexts;
        _store = options.Store;
        _clock = clock;
        _logger = logger;
        // The writer serves everyone; it must not carry along the trace of the request that happened to come first.
        using (ExecutionContext.SuppressFlow())
            _writing = Task.Run(WriteAllAsync);
    }

    public async Task WriteAsync(
        IReadOnlyList<AuditEntry> entries,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));
        var request = new Request(entries, _clock.GetUtcNow());
        if (!_requests.Writer.TryWrite(request))
            throw new AuditUnavailableException();
        await request.Kept.Task.WaitAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Tries once more to keep what waits for the log, while there still is an app to do it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
            return;
        var nothingNew = new Request([], _clock.GetUtcNow());
        if (_requests.Writer.TryWrite(nothingNew))
            await nothingNew.Kept.Task.WaitAsync(cancellationToken);
        if (_waiting.Count > 0)
            LogLost(_waiting.Count);
    }

    /// <summary>Keeps what was handed over, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _requests.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        while (await _requests.Reader.WaitToReadAsync())
        {
            var together = new List<Request>();
            while (together.Count < MostPerTransaction && _requests.Reader.TryRead(out var request))
                together.Add(request);
            try
            {
                var head = await AppendAsync([.. _waiting, .. together]);
                _waiting.Clear();
                LogHead(head.Id, head.Hash);
                together.ForEach(request => request.Kept.SetResult());
            }
            catch (Exception failure)
            {
                if (_waiting.Count + together.Count <= _mayWait)
                {
                    _waiting.AddRange(together);
                    LogWaiting(failure, _waiting.Count);
                    together.ForEach(request => request.Kept.SetResult());
                    continue;
                }
                var refused = together.Sum(request => request.Entries.Count);
                LogUnavailable(failure, refused);
                together.ForEach(request =>
                    request.Kept.SetException(new AuditUnavailableException(failure))
                );
            }
        }
    }

    /// <summary>
    /// The head is read inside the transaction, which holds the log's lock: another process on the same database cannot
    /// fork the chain, and after a failure there is nothing to repair.
    /// </summary>
    private async Task<AuditHead> AppendAsync(List<Request> requests)
    {
        await using var context = await _contexts.CreateDbContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await _store.LockLogAsync(context, CancellationToken.None);
        var head = await context
            .AuditEvents.OrderByDescending(entry => entry.Id)
            .Select(entry => new AuditHead(entry.Id, entry.Hash))
            .FirstOrDefaultAsync();
        foreach (var request in requests)
        foreach (var entry in request.Entries)
        {
            var next = AuditEvent.Next(entry, request.At, head);
            context.AuditEvents.Add(next);
            head = new AuditHead(next.Id, next.Hash);
        }
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        return head!;
    }

    [LoggerMessage(
        EventId = 60,
        Level = LogLevel.Information,
        Message = "The audit log ends at entry {Id} with hash {Hash}"
    )]
    private partial void LogHead(long id, string hash);

    [LoggerMessage(
        EventId = 62,
        Level = LogLevel.Critical,
        Message = "The audit log cannot be written; {Count} entries, and what they are about, were refused"
    )]
    private partial void LogUnavailable(Exception failure, int count);

    [LoggerMessage(
        EventId = 64,
        Level = LogLevel.Critical,
        Message = "The audit log cannot be written; {Count} writes wait in memory for it to answer, as configured"
    )]
    private partial void LogWaiting(Exception failure, int count);

    [LoggerMessage(
        EventId = 65,
        Level = LogLevel.Critical,
        Message = "{Count} writes that waited for the audit log are lost: it did not answer to the end"
    )]
    private partial void LogLost(int count);

    private sealed record Request(IReadOnlyList<AuditEntry> Entries, DateTimeOffset At)
    {
        public TaskCompletionSource Kept { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
