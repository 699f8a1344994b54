using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Printing;

/// <summary>Records a print before there is one (design rule 6, control 60).</summary>
public sealed class PrintEffects(ChartSessions sessions, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Records it; a newer request ends this one.</summary>
    [EffectMethod(Mode = EffectMode.Latest)]
    public async Task On(PrintView print, IDispatcher dispatcher, CancellationToken cancellation)
    {
        if (sessions.Find(print.Session.Id) is null)
            return;
        try
        {
            await audit.WriteAsync(
                [
                    print.Session.Audited(AuditAction.Printed) with
                    {
                        Section = print.View.Slug.Length == 0 ? null : print.View.Slug,
                    },
                ],
                cancellation
            );
            dispatcher.Dispatch(new PrintAllowed(print, clock.GetUtcNow()));
        }
        catch (AuditUnavailableException)
        {
            dispatcher.Dispatch(new PrintNotRecorded(print));
        }
    }
}
