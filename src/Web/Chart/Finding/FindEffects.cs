using System.Text;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>Searches the sections as they have been received; recorded first, then searched (design rule 6).</summary>
public sealed class FindEffects(IEnumerable<ISectionIndex> sections, IAuditLog audit)
{
    /// <summary>Searches; a newer search ends this one.</summary>
    [EffectMethod(Mode = EffectMode.Latest)]
    public async Task On(FindInChart find, IDispatcher dispatcher, CancellationToken cancellation)
    {
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
                new FoundInChart(find, [.. sections.Select(section => section.Find(words))])
            );
        }
        catch (AuditUnavailableException)
        {
            dispatcher.Dispatch(new FindNotRecorded(find));
        }
    }
}
