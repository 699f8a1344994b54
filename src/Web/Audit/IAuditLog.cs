namespace HeiChartViewer.Web.Audit;

/// <summary>Remembers who saw what. No audit, no render (design rule 6).</summary>
public interface IAuditLog
{
    /// <summary>Appends all entries or none, and returns when they are durable.</summary>
    /// <param name="entries">At least one.</param>
    /// <param name="cancellationToken">Ends the waiting; the entries may be kept all the same.</param>
    /// <exception cref="AuditUnavailableException">They are not kept: what they are about must not be shown.</exception>
    Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);
}
