using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// The circuits of this process that show something, within their limits, and those of each tenant within its own: a chart too many is refused, and never closes
/// one that is open. A circuit that shows nothing takes no room here.
/// </summary>
public sealed class OpenCircuits(IOptions<CircuitOptions> limits)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ChartCircuit, ChartSession?> _open = [];

    /// <summary>
    /// Whether a page of the session may be loaded. The one that it may be the reload of still counts, so it is taken
    /// off.
    /// </summary>
    public bool HaveRoomFor(ChartSession session)
    {
        lock (_gate)
        {
            var own = _open.Values.Any(other => other?.Id == session.Id) ? 1 : 0;
            return _open.Count - own < limits.Value.CircuitsPerProcess
                && OfTenant(session) - own < session.Tenant.Circuits
                && OfUser(session) - own < limits.Value.CircuitsPerUser;
        }
    }

    /// <summary>Counts a circuit as one that shows a chart; false where there is no room left.</summary>
    internal bool Enter(ChartCircuit circuit, ChartSession session)
    {
        lock (_gate)
        {
            if (!HaveRoomFor(session))
                return false;
            _open[circuit] = session;
            return true;
        }
    }

    /// <summary>Counts a circuit as one that shows a search, which a signed-in user alone can have.</summary>
    internal void EnterSearch(ChartCircuit circuit)
    {
        lock (_gate)
            _open[circuit] = null;
    }

    internal void Remove(ChartCircuit circuit)
    {
        lock (_gate)
            _open.Remove(circuit);
    }

    private int OfTenant(ChartSession session) =>
        _open.Values.Count(other => other?.Tenant == session.Tenant);

    private int OfUser(ChartSession session) =>
        _open.Values.Count(other => other?.User.Id == session.User.Id);
}
