using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart;

/// <summary>
/// Records that a chart is looked at before anything of it is shown (design rule 6); looks a doubted patient id up once
/// more, and closes the chart where it has changed (design rule 3).
/// </summary>
public sealed class ChartEffects(
    HealtheIntentClient client,
    ChartSessions sessions,
    BreakGlass glass,
    IAuditLog audit
)
{
    private bool _asked;

    /// <summary>The opening and the sections it shows are recorded together, in one durable write.</summary>
    [EffectMethod]
    public async Task On(OpenChart open, IDispatcher dispatcher, CancellationToken cancellation)
    {
        try
        {
            var sections = ChartView.All.Where(view =>
                view != ChartView.Summary && !glass.Withholds(open.Session, view)
            );
            await audit.WriteAsync(
                [
                    open.Session.Audited(AuditAction.ChartOpened),
                    .. sections.Select(view =>
                        glass.Marked(
                            open.Session.Audited(AuditAction.SectionViewed) with
                            {
                                Section = view.Slug,
                            },
                            open.Session,
                            view
                        )
                    ),
                ],
                cancellation
            );
            dispatcher.Dispatch(new ChartOpened(open.Session));
        }
        catch (AuditUnavailableException)
        {
            dispatcher.Dispatch(new ChartStopped(ChartStop.AuditUnavailable));
        }
    }

    /// <summary>Several sections may doubt the id at once; it is looked up once.</summary>
    [EffectMethod]
    public async Task On(
        PatientIdDoubted doubted,
        IDispatcher dispatcher,
        CancellationToken cancellation
    )
    {
        if (_asked || sessions.Find(doubted.Session.Id) is null)
            return;
        _asked = true;
        var session = doubted.Session;
        try
        {
            var now = await client.Patients.LookupAsync(
                session.PopulationId,
                session.Source,
                cancellation
            );
            ChartStop? stop = now switch
            {
                PatientLookup.One one when one.PatientId == session.PatientId => null,
                PatientLookup.One => ChartStop.PatientIdChanged,
                PatientLookup.Many => ChartStop.PatientAmbiguous,
                _ => ChartStop.PatientGone,
            };
            if (stop is { } why)
                dispatcher.Dispatch(new ChartStopped(why));
        }
        catch (HealtheIntentException)
        {
            // The section that doubted the id already says that it is not available; ask again at its retry.
            _asked = false;
        }
    }
}
