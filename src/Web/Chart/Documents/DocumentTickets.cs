using System.Buffers.Text;
using System.Security.Cryptography;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>
/// Lets a browser fetch what its circuit has opened and recorded: once, for that session, within a minute. A ticket is
/// 256 random bits, and nothing can be asked for without one.
/// </summary>
public sealed class DocumentTickets : IDisposable
{
    /// <summary>How long a ticket is good for: the way from the circuit to the browser and back.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    /// <summary>The most bytes that wait at once in the whole process; what has waited longest gives way.</summary>
    public const long MostBytes = 256 * 1024 * 1024;

    private const int TicketBytes = 32;

    private readonly Dictionary<string, Waiting> _waiting = [];
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _sweep;

    /// <summary>Nothing waits yet.</summary>
    public DocumentTickets(TimeProvider clock)
    {
        _clock = clock;
        _sweep = clock.CreateTimer(_ => DropExpired(), null, GoodFor, GoodFor);
    }

    /// <summary>Lets something be fetched.</summary>
    /// <returns>The address to fetch it from.</returns>
    public string Issue(ChartSession session, DocumentDelivery delivery)
    {
        var ticket = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TicketBytes));
        lock (_gate)
        {
            var waiting = new Waiting(session.Id, delivery, _clock.GetUtcNow() + GoodFor);
            _waiting.Add(ticket, waiting);
            while (_waiting.Values.Sum(one => one.Size) > MostBytes && _waiting.Count > 1)
                _waiting.Remove(_waiting.MinBy(one => one.Value.Until).Key);
        }
        return $"/chart/{session.Id.Value}/document/{ticket}";
    }

    /// <summary>Takes what a ticket stands for; null where it is not this session's, was used, or is too old.</summary>
    public DocumentDelivery? Redeem(ChartSession session, string ticket)
    {
        lock (_gate)
            return
                _waiting.TryGetValue(ticket, out var waiting)
                && waiting.Session == session.Id
                && _waiting.Remove(ticket)
                && waiting.Until > _clock.GetUtcNow()
                ? waiting.Delivery
                : null;
    }

    /// <summary>Ends the sweeping.</summary>
    public void Dispose() => _sweep.Dispose();

    private void DropExpired()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            foreach (var (ticket, waiting) in _waiting)
                if (waiting.Until <= now)
                    _waiting.Remove(ticket);
        }
    }

    private sealed record Waiting(
        SessionId Session,
        DocumentDelivery Delivery,
        DateTimeOffset Until
    )
    {
        public long Size => Delivery is DocumentDelivery.Show show ? show.Bytes.Length : 0;
    }
}
