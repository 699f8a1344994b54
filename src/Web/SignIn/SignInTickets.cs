using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HeiChartViewer.Web.SignIn;

/// <summary>
/// The sign-ins of this process. The cookie names one and holds nothing else, so a sign-in that is ended here is ended
/// for every page and circuit that goes on presenting it.
/// </summary>
public sealed class SignInTickets(TimeProvider clock) : ITicketStore
{
    private const string SignInClaim = "sign-in";
    private readonly ConcurrentDictionary<string, AuthenticationTicket> _open = new();

    /// <summary>A sign-in has ended before its time; whoever shows something on its strength asks <see cref="IsOpen"/>.</summary>
    public event EventHandler? Ended;

    /// <summary>Whether the sign-in that a principal stands for is still open.</summary>
    public bool IsOpen(ClaimsPrincipal principal) => KeyOf(principal) is { } key && IsOpen(key);

    /// <summary>Whether the sign-in of this key is still open.</summary>
    public bool IsOpen(string key) => Find(key) is not null;

    /// <summary>The key of the sign-in that a principal stands for: for this process alone, never for a browser.</summary>
    public static string? KeyOf(ClaimsPrincipal principal) => principal.FindFirstValue(SignInClaim);

    /// <summary>Ends the sign-ins that a provider says have ended.</summary>
    /// <param name="userId">The user; null where the provider named only its own session.</param>
    /// <param name="providerSession">The provider's session; null ends all of the user's.</param>
    /// <returns>The users whose sign-ins were ended.</returns>
    public IReadOnlyList<string> End(string? userId, string? providerSession)
    {
        var users = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, ticket) in _open)
        {
            var id = ticket.Principal.FindFirstValue(UserClaims.Subject);
            if (
                (userId is not null && id != userId)
                || (
                    providerSession is not null
                    && ticket.Principal.FindFirstValue(UserClaims.ProviderSession)
                        != providerSession
                )
            )
                continue;
            if ((userId ?? providerSession) is not null && _open.TryRemove(key, out _))
                users.Add(id!);
        }
        if (users.Count > 0)
            Ended?.Invoke(this, EventArgs.Empty);
        return [.. users];
    }

    /// <inheritdoc />
    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        foreach (var key in _open.Keys)
            Find(key);
        var name = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        ((ClaimsIdentity)ticket.Principal.Identity!).AddClaim(new Claim(SignInClaim, name));
        _open[name] = ticket;
        return Task.FromResult(name);
    }

    /// <inheritdoc />
    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        // Only a sign-in that is still open is renewed: one that was ended meanwhile stays ended.
        if (_open.TryGetValue(key, out var held))
            _open.TryUpdate(key, ticket, held);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(Find(key));

    /// <inheritdoc />
    public Task RemoveAsync(string key)
    {
        if (_open.TryRemove(key, out _))
            Ended?.Invoke(this, EventArgs.Empty);
        return Task.CompletedTask;
    }

    private AuthenticationTicket? Find(string key)
    {
        if (!_open.TryGetValue(key, out var ticket))
            return null;
        if (ticket.Properties.ExpiresUtc is not { } end || end > clock.GetUtcNow())
            return ticket;
        _open.TryRemove(key, out _);
        return null;
    }
}
