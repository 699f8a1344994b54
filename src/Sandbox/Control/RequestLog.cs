using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>What the tenant was asked lately, oldest first.</summary>
internal sealed class RequestLog
{
    public const int Capacity = 5_000;

    private readonly Queue<RequestLogEntry> _entries = [];
    private readonly Lock _gate = new();
    private long _last;

    public IReadOnlyList<RequestLogEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries.Select(entry => entry with { })];
        }
    }

    /// <summary>Notes a request that has come.</summary>
    /// <param name="http">The request.</param>
    /// <param name="template">How its path is named.</param>
    /// <param name="query">What is kept of its query: a token request proves itself there, and that is kept nowhere.</param>
    public RequestLogEntry Begin(HttpContext http, string template, string query)
    {
        lock (_gate)
        {
            var entry = new RequestLogEntry
            {
                Number = ++_last,
                Method = http.Request.Method,
                Path = template,
                Query = query,
                PatientId = http.Request.RouteValues["patientId"] as string,
                CorrelationId = http.Response.Headers[AnswerStamp.CorrelationHeader].ToString(),
            };
            _entries.Enqueue(entry);
            if (_entries.Count > Capacity)
                _entries.Dequeue();
            return entry;
        }
    }

    /// <summary>Notes who asks, or why nobody does.</summary>
    public void Prove(RequestLogEntry entry, Proof proof)
    {
        lock (_gate)
            (entry.Account, entry.Refusal) = (proof.Account?.Name, proof.Refusal);
    }

    public void End(RequestLogEntry entry, int status, TimeSpan duration)
    {
        lock (_gate)
            (entry.Status, entry.DurationMs) = (status, duration.TotalMilliseconds);
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _last = 0;
        }
    }
}
