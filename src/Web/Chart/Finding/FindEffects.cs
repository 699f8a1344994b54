using System.Text;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>Searches the sections as they have been received; recorded first, then searched (design rule 6).</summary>
public sealed class FindEffects(
    IEnumerable<ISectionIndex> indexes,
    ChartSessions sessions,
    IAuditLog audit
)
{
    /// <summary>Searches; a newer search ends this one.</summary>
    [EffectMethod(Mode = EffectMode.Latest)]
    public async Task On(FindInChart find, IDispatcher dispatcher, CancellationToken cancellation)
    {
        if (sessions.Find(find.Session.Id) is null)
            return;
        try
        {
            await audit.WriteAsync(
                [
                    find.Session.Audited(AuditAction.ChartSearched) with
                    {
                        Detail = AuditText.Query(Encoding.UTF8.GetBytes(find.Words)),
                    },
                ],
                cancellation
            );
            var words = SoughtWords.In(find.Words);
            dispatcher.Dispatch(
                new FoundInChart(find, [.. indexes.Select(section => section.Find(words))])
            );
        }
        catch (AuditUnavailableException)
        {
            dispatcher.Dispatch(new FindNotRecorded(find));
        }
    }
}
