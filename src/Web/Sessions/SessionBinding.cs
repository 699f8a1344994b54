using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// Ties a session to the browser that opened it. The browser shows its key, a cookie, with every page it asks for;
/// where it keeps no cookies, the first page that is asked for is the only one. Each page gets a ticket, and each
/// ticket lets one circuit in.
/// </summary>
internal sealed class SessionBinding(TimeProvider clock)
{
    /// <summary>How long the first page may be asked for without a key: the way from a redirect to where it leads.</summary>
    public static readonly TimeSpan FirstPageWithin = TimeSpan.FromMinutes(1);

    private const int Bytes = 32;

    /// <summary>Tickets that no circuit has used yet: one for each page that is just loading.</summary>
    private const int MostTickets = 8;

    private readonly Lock _gate = new();
    private readonly Queue<string> _tickets = new();
    private readonly DateTimeOffset _openedAt = clock.GetUtcNow();
    private bool _claimed;

    /// <summary>What the browser's cookie has to hold.</summary>
    public string BrowserKey { get; } = Random();

    /// <summary>Lets a page in.</summary>
    /// <param name="key">What the browser's cookie holds; null where it sent none.</param>
    /// <returns>A ticket for the page's circuit, or null where the page is not let in.</returns>
    public string? Admit(string? key)
    {
        lock (_gate)
        {
            var isFirst = !_claimed && clock.GetUtcNow() <= _openedAt + FirstPageWithin;
            if (!(key is null ? isFirst : IsKey(key)))
                return null;
            _claimed = true;
            if (_tickets.Count == MostTickets)
                _tickets.Dequeue();
            var ticket = Random();
            _tickets.Enqueue(ticket);
            return ticket;
        }
    }

    /// <summary>Lets a circuit in, once for each ticket.</summary>
    public bool Redeem(string? ticket)
    {
        lock (_gate)
        {
            if (ticket is null || !_tickets.Contains(ticket))
                return false;
            var others = _tickets.Where(other => other != ticket).ToList();
            _tickets.Clear();
            others.ForEach(_tickets.Enqueue);
            return true;
        }
    }

    private bool IsKey(string key) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(key),
            Encoding.UTF8.GetBytes(BrowserKey)
        );

    private static string Random() =>
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
