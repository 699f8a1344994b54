using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Tests.Unit.Web;

/// <summary>An audit log that only remembers, or that is down.</summary>
internal sealed class AuditList : IAuditLog
{
    private readonly List<AuditEntry> _entries = [];

    public bool IsDown { get; set; }

    public IReadOnlyList<AuditEntry> Entries
    {
        get
        {
            lock (_entries)
                return [.. _entries];
        }
    }

    public Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (IsDown)
            throw new AuditUnavailableException();
        lock (_entries)
            _entries.AddRange(entries);
        return Task.CompletedTask;
    }
}
