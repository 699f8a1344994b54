using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Raw;

/// <summary>Asks for one record anew and shows it as it comes; recorded first, then asked for (design rule 6).</summary>
public sealed class RawEffects(
    IEnumerable<IRawRecords> kinds,
    ChartSessions sessions,
    BreakGlass glass,
    IAuditLog audit
)
{
    /// <summary>Shows a record; a newer request ends this one.</summary>
    [EffectMethod(Mode = EffectMode.Latest)]
    public async Task On(ShowRaw show, IDispatcher dispatcher, CancellationToken cancellation)
    {
        if (sessions.Find(show.Session.Id) is null)
            return;
        var records = kinds.First(kind => kind.Kind == show.Kind);
        if (glass.Withholds(show.Session, records.View))
        {
            dispatcher.Dispatch(new RawFailed(show, new(FailureKind.Withheld, show.Kind.ApiName)));
            return;
        }
        try
        {
            await audit.WriteAsync(
                [
                    glass.Marked(
                        show.Session.Audited(AuditAction.RawViewed) with
                        {
                            Section = show.Kind.Name,
                            Detail = show.RecordId,
                        },
                        show.Session,
                        records.View
                    ),
                ],
                cancellation
            );
            var json = await records.ReadAsync(show.Session, show.RecordId, cancellation);
            dispatcher.Dispatch(
                json is { } received
                    ? new RawReceived(show, RawText.Of(received))
                    : new RawFailed(show, new(FailureKind.ForeignPatient, show.Kind.ApiName))
            );
        }
        catch (AuditUnavailableException)
        {
            dispatcher.Dispatch(new RawNotRecorded(show));
        }
        catch (HealtheIntentException error)
        {
            dispatcher.Dispatch(new RawFailed(show, HealtheIntentFailure.From(error)));
        }
    }
}
