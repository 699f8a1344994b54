using HeiChartViewer.Web.Chart;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// One circuit, and the session it is let into. Once that session is closed, nothing that the browser still sends is
/// heard.
/// </summary>
public sealed class ChartCircuit(ChartSessions sessions, OpenCircuits circuits) : CircuitHandler
{
    private SessionId? _session;

    /// <summary>Lets the circuit into a session, for its whole life.</summary>
    /// <param name="session">The session.</param>
    /// <param name="ticket">What the circuit's page was given.</param>
    /// <returns>Why not; null where it is let in.</returns>
    public ChartStop? Enter(ChartSession session, string? ticket)
    {
        if (sessions.Kept(session.Id)?.Binding.Redeem(ticket) != true)
            return ChartStop.OpenedElsewhere;
        if (!circuits.Enter(this, session))
            return ChartStop.TooMany;
        _session = session.Id;
        return null;
    }

    /// <inheritdoc />
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        circuits.Add(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        circuits.Remove(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) =>
        context =>
            _session is { } id && sessions.Find(id) is null ? Task.CompletedTask : next(context);
}
