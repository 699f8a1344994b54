using System.Collections.Concurrent;
using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>An audit log that a test can read.</summary>
internal sealed class AuditRecord : IAuditLog
{
    private readonly ConcurrentQueue<AuditEntry> _entries = new();

    public IReadOnlyList<AuditEntry> Entries => [.. _entries];

    public AuditEntry Last => _entries.Last();

    public Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
            _entries.Enqueue(entry);
        return Task.CompletedTask;
    }
}
