using System.Collections.Concurrent;
using System.Security.Claims;
using HeiChartViewer.Web.Hosting;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// The connections of this process that circuits run over. Anybody can make one and begin a circuit on it that shows
/// nothing: each address has a few such, each for a little while, and none of them takes a chart's room.
/// </summary>
public sealed class CircuitConnections(
    IOptions<CircuitOptions> limits,
    IOptions<ViewerOptions> viewer
)
{
    /// <summary>How long one may be open and show nothing: the way from a page to its chart, on a bad line.</summary>
    public static readonly TimeSpan MayShowNothing = TimeSpan.FromSeconds(30);

    private const string NameClaim = "connection";

    /// <summary>As many as may launch at once: each of those begins here.</summary>
    private readonly int _perAddress = 10 * viewer.Value.LaunchesPerSecond;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, CircuitConnection> _open = new();
    private long _opened;

    /// <summary>
    /// Takes a connection in. Where too many show nothing, it takes the place of the oldest of them: a chart shows itself at
    /// once, so that it is never the oldest for long.
    /// </summary>
    /// <param name="address">Where it comes from.</param>
    /// <param name="abort">Cuts it.</param>
    public CircuitConnection Open(string address, Action abort)
    {
        CircuitConnection? given = null;
        var connection = new CircuitConnection(Interlocked.Increment(ref _opened), address, abort);
        lock (_gate)
        {
            var waiting = _open.Values.Where(open => !open.Shows).ToList();
            var own = waiting.Where(open => open.Address == address).ToList();
            if (own.Count >= _perAddress)
                given = own.MinBy(open => open.Number);
            else if (waiting.Count >= limits.Value.CircuitsPerProcess)
                given = waiting.MinBy(open => open.Number);
            if (given is not null)
                Close(given);
            _open[connection.Name] = connection;
        }
        given?.Abort();
        return connection;
    }

    /// <summary>Lets go of a connection that is closed.</summary>
    public void Close(CircuitConnection connection) => _open.TryRemove(connection.Name, out _);

    /// <summary>The user of a connection, who brings its name into the circuit.</summary>
    public static ClaimsPrincipal Named(ClaimsPrincipal user, CircuitConnection connection) =>
        new([.. user.Identities, new ClaimsIdentity([new Claim(NameClaim, connection.Name)])]);

    /// <summary>The connection that a circuit's user came by; null where it is closed.</summary>
    public CircuitConnection? Of(ClaimsPrincipal user) =>
        user.FindFirstValue(NameClaim) is { } name ? _open.GetValueOrDefault(name) : null;
}
