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

    public RequestLogEntry Begin(
        HttpContext http,
        TenantRoute route,
        Proof proof,
        string? patientId
    )
    {
        lock (_gate)
        {
            var entry = new RequestLogEntry
            {
                Number = ++_last,
                Method = http.Request.Method,
                Path = route.Template,
                Query = http.Request.QueryString.Value ?? "",
                Account = proof.Account?.Name,
                Refusal = proof.Refusal,
                PatientId = patientId,
                CorrelationId = http.Response.Headers[TenantGate.CorrelationHeader].ToString(),
            };
            _entries.Enqueue(entry);
            if (_entries.Count > Capacity)
                _entries.Dequeue();
            return entry;
        }
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
