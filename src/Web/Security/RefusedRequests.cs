using System.Collections.Concurrent;
using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Web.Security;

/// <summary>
/// Records what was turned away before anybody looked at it: once a minute for each address and each kind, so that whoever
/// floods the viewer does not flood its log (ASVS 16.3.3).
/// </summary>
public sealed class RefusedRequests(IAuditLog audit, TimeProvider clock)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Past so many addresses within a minute, who they are tells nothing any more.</summary>
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(string Address, string What), DateTimeOffset> _written =
        new();

    /// <summary>Records it, unless the like was within the minute.</summary>
    /// <param name="context">The request.</param>
    /// <param name="action">What it wanted.</param>
    /// <param name="why">Why it did not get it, in words without any of the request's.</param>
    public async Task WriteAsync(HttpContext context, AuditAction action, string why)
    {
        var now = clock.GetUtcNow();
        foreach (var old in _written.Where(old => now - old.Value >= Period))
            _written.TryRemove(old);
        var key = (context.Connection.RemoteIpAddress?.ToString() ?? "", why);
        if (_written.Count >= Most || !_written.TryAdd(key, now))
            return;
        try
        {
            await audit.WriteAsync(
                [new AuditEntry(action, AuditOutcome.Denied) { Detail = why }.From(context)],
                CancellationToken.None
            );
        }
        catch (AuditUnavailableException)
        {
            // It is refused either way, and nothing is shown.
        }
    }
}
