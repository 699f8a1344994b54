using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart;

/// <summary>Ends the session of a chart that its user closes; whoever watches it clears the screen.</summary>
public sealed class ClosingEffects(ChartSessions sessions, IAuditLog audit)
{
    /// <summary>Ends it first: a log that is down must not keep a chart open.</summary>
    [EffectMethod]
    public Task On(CloseChart close, IDispatcher dispatcher) =>
        sessions.End(close.Session.Id)
            ? audit.WriteAnywayAsync(
                [
                    close.Session.Audited(AuditAction.SessionEnded) with
                    {
                        Detail = "closed by the user",
                    },
                ],
                // The circuit may be gone before the entry is kept.
                CancellationToken.None
            )
            : Task.CompletedTask;
}
