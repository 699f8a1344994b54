using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.SignIn;

/// <summary>
/// The sign-ins of this process. The cookie names one and holds nothing else, so a sign-in that is ended here is ended
/// for every page and circuit that goes on presenting it.
/// </summary>
public sealed class SignInTickets(TimeProvider clock)
{
    private const string NameClaim = "sign-in";
    private readonly ConcurrentDictionary<string, Ticket> _open = new();

    /// <summary>A sign-in has ended; whoever shows something on its strength asks <see cref="IsOpen"/>.</summary>
    public event EventHandler? Ended;

    /// <summary>Keeps a new sign-in.</summary>
    /// <param name="principal">Who signed in.</param>
    /// <param name="endsAt">When it ends, used or not.</param>
    /// <param name="from">Where the user is, as far as known.</param>
    /// <returns>A principal that says nothing but which sign-in it is.</returns>
    public ClaimsPrincipal Open(
        ClaimsPrincipal principal,
        DateTimeOffset endsAt,
        string? from = null
    )
    {
        var name = new Claim(
            NameClaim,
            Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))
        );
        var kept = principal.Clone();
        ((ClaimsIdentity)kept.Identity!).AddClaim(name);
        _open[name.Value] = new Ticket(kept, clock.GetUtcNow(), endsAt, from);
        return new ClaimsPrincipal(
            new ClaimsIdentity([name], principal.Identity!.AuthenticationType)
        );
    }

    /// <summary>Who stands behind a principal that names a sign-in; null where that is open no more.</summary>
    public ClaimsPrincipal? Find(ClaimsPrincipal named) =>
        KeyOf(named) is { } key ? Find(key)?.Principal : null;

    /// <summary>Whether the sign-in that a principal stands for is still open.</summary>
    public bool IsOpen(ClaimsPrincipal principal) => Find(principal) is not null;

    /// <summary>Whether the sign-in of this key is still open.</summary>
    public bool IsOpen(string key) => Find(key) is not null;

    /// <summary>The key of the sign-in that a principal stands for: for this process alone.</summary>
    public static string? KeyOf(ClaimsPrincipal principal) => principal.FindFirstValue(NameClaim);

    /// <summary>Ends the sign-in that a principal stands for.</summary>
    public void Close(ClaimsPrincipal principal)
    {
        if (KeyOf(principal) is { } key)
            Close(key);
    }

    /// <summary>Ends the sign-in of this key; false where it had ended before.</summary>
    public bool Close(string key)
    {
        if (!_open.TryRemove(key, out _))
            return false;
        Ended?.Invoke(this, EventArgs.Empty);
        return true;
    }

    /// <summary>The sign-ins of a user that are open, the latest first, by their keys.</summary>
    public IReadOnlyList<(string Key, DateTimeOffset SignedInAt, string? From)> Of(string userId) =>
        [
            .. _open
                .Where(open =>
                    open.Value.User.Id == userId && open.Value.EndsAt > clock.GetUtcNow()
                )
                .OrderByDescending(open => open.Value.SignedInAt)
                .Select(open => (open.Key, open.Value.SignedInAt, open.Value.From)),
        ];

    /// <summary>Ends the sign-ins of a user, or those that a provider says have ended.</summary>
    /// <param name="whose">Whose.</param>
    /// <param name="until">Those that were made later go on; null ends them too.</param>
    /// <returns>The users whose sign-ins were ended.</returns>
    public IReadOnlyList<string> End(SignedOutUser whose, DateTimeOffset? until = null)
    {
        var (userId, providerSession) = whose;
        if ((userId ?? providerSession) is null)
            return [];
        return
        [
            .. EndWhere(ticket =>
                    !(ticket.SignedInAt > until)
                    && (userId is null || ticket.User.Id == userId)
                    && (
                        providerSession is null
                        || ticket.Principal.FindFirstValue(UserClaims.ProviderSession)
                            == providerSession
                    )
                )
                .Select(user => user.Id)
                .Distinct(),
        ];
    }

    /// <summary>Ends the sign-ins whose time is over.</summary>
    /// <returns>The users who have no other.</returns>
    public IReadOnlyList<ChartUser> EndOverdue()
    {
        var now = clock.GetUtcNow();
        var over = EndWhere(ticket => ticket.EndsAt <= now);
        return
        [
            .. over.DistinctBy(user => user.Id)
                .Where(user => _open.Values.All(other => other.User.Id != user.Id)),
        ];
    }

    /// <summary>The sign-ins that are open, the latest first.</summary>
    public IReadOnlyList<SignInOverview> List() =>
        [
            .. _open
                .Values.Where(ticket => ticket.EndsAt > clock.GetUtcNow())
                .OrderByDescending(ticket => ticket.SignedInAt)
                .Select(ticket => new SignInOverview(
                    ticket.User,
                    ticket.SignedInAt,
                    ticket.EndsAt
                )),
        ];

    private Ticket? Find(string key) =>
        _open.GetValueOrDefault(key) is { } ticket && ticket.EndsAt > clock.GetUtcNow()
            ? ticket
            : null;

    private List<ChartUser> EndWhere(Func<Ticket, bool> isMeant)
    {
        var ended = _open
            .Where(open => isMeant(open.Value) && _open.TryRemove(open))
            .Select(open => open.Value.User)
            .ToList();
        if (ended.Count > 0)
            Ended?.Invoke(this, EventArgs.Empty);
        return ended;
    }

    private sealed record Ticket(
        ClaimsPrincipal Principal,
        DateTimeOffset SignedInAt,
        DateTimeOffset EndsAt,
        string? From
    )
    {
        public ChartUser User { get; } = Principal.User()!;
    }
}
