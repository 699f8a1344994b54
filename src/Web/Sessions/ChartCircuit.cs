using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// One circuit, and the session it is let into. Once that session is closed, nothing that the browser still sends is
/// heard.
/// </summary>
public sealed class ChartCircuit : CircuitHandler, IDisposable
{
    private readonly ChartSessions _sessions;
    private readonly OpenCircuits _circuits;
    private readonly CircuitConnections _connections;
    private readonly AuthenticationStateProvider _user;
    private SessionId? _session;
    private ViewerTenant? _tenant;
    private bool _shows;

    /// <summary>Makes one; each circuit has its own.</summary>
    public ChartCircuit(
        ChartSessions sessions,
        OpenCircuits circuits,
        CircuitConnections connections,
        AuthenticationStateProvider user
    )
    {
        (_sessions, _circuits, _connections, _user) = (sessions, circuits, connections, user);
        // A circuit that comes back over another connection learns of it by its user.
        _user.AuthenticationStateChanged += Reconnected;
    }

    /// <summary>The tenant of what the circuit shows, for its whole life.</summary>
    /// <exception cref="InvalidOperationException">It shows nothing yet.</exception>
    public ViewerTenant Tenant =>
        _tenant ?? throw new InvalidOperationException("The circuit shows no tenant's chart yet.");

    /// <summary>Lets the circuit into a session, for its whole life.</summary>
    /// <param name="session">The session.</param>
    /// <param name="ticket">What the circuit's page was given.</param>
    /// <returns>Why not; null where it is let in.</returns>
    public ChartStop? Enter(ChartSession session, string? ticket)
    {
        if (_sessions.Kept(session.Id)?.Binding.Redeem(ticket) != true)
            return ChartStop.OpenedElsewhere;
        if (!_circuits.Enter(this, session))
            return ChartStop.TooMany;
        _session = session.Id;
        Show(session.Tenant);
        return null;
    }

    /// <summary>Lets the circuit show a signed-in user's search.</summary>
    /// <param name="tenant">The tenant whose people are searched.</param>
    public void EnterSearch(ViewerTenant tenant)
    {
        _circuits.EnterSearch(this);
        Show(tenant);
    }

    /// <summary>Cuts the circuit's connection: for a browser that was told to leave and did not.</summary>
    public async Task CutAsync()
    {
        if (await ConnectionAsync(_user.GetAuthenticationStateAsync()) is { } connection)
            connection.Abort();
    }

    /// <inheritdoc />
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _circuits.Remove(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) =>
        context =>
            _session is { } id && _sessions.Find(id) is null ? Task.CompletedTask : next(context);

    /// <inheritdoc />
    public void Dispose() => _user.AuthenticationStateChanged -= Reconnected;

    private void Show(ViewerTenant tenant)
    {
        if (_tenant is not null && _tenant != tenant)
            throw new InvalidOperationException("A circuit is of one tenant for its whole life.");
        _tenant = tenant;
        _shows = true;
        _ = KeepAsync(_user.GetAuthenticationStateAsync());
    }

    private void Reconnected(Task<AuthenticationState> user)
    {
        if (_shows)
            _ = KeepAsync(user);
    }

    private async Task KeepAsync(Task<AuthenticationState> user) =>
        (await ConnectionAsync(user))?.Keep();

    private async Task<CircuitConnection?> ConnectionAsync(Task<AuthenticationState> user) =>
        _connections.Of((await user).User);
}
