using System.Collections.Concurrent;
using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Web.Security;

/// <summary>
/// Records what was turned away before anybody looked at it: once a minute for each address or issuer and each kind, so that whoever
/// floods the viewer does not flood its log (ASVS 16.3.3).
/// </summary>
public sealed class RefusedRequests(IAuditLog audit, TimeProvider clock)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Past so many of them within a minute, who they are tells nothing any more.</summary>
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(string Of, string Why), DateTimeOffset> _written = new();

    /// <summary>Records it, unless the like was within the minute.</summary>
    /// <param name="context">The request.</param>
    /// <param name="action">What it wanted.</param>
    /// <param name="why">Why it did not get it, in words without any of the request's.</param>
    public Task WriteAsync(HttpContext context, AuditAction action, string why) =>
        WriteAsync(
            new AuditEntry(action, AuditOutcome.Denied) { Detail = why }.From(context),
            context.RemoteAddress() ?? ""
        );

    /// <summary>Records it, unless the like was within the minute.</summary>
    /// <param name="entry">What to record; its detail says why.</param>
    /// <param name="of">Whose the like is: an address, or an issuer.</param>
    public async Task WriteAsync(AuditEntry entry, string of)
    {
        var now = clock.GetUtcNow();
        foreach (var old in _written.Where(old => now - old.Value >= Period))
            _written.TryRemove(old);
        if (_written.Count >= Most || !_written.TryAdd((of, entry.Detail ?? ""), now))
            return;
        try
        {
            await audit.WriteAsync([entry], CancellationToken.None);
        }
        catch (AuditUnavailableException)
        {
            // It is refused either way, and nothing is shown.
        }
    }
}
