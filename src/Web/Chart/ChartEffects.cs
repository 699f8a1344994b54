using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart;

/// <summary>
/// Records that a chart and each of its views is looked at before anything of it is shown (design rule 6); looks a doubted patient id up once
/// more, and closes the chart where it has changed (design rule 3).
/// </summary>
public sealed class ChartEffects(
    PatientResolver resolver,
    ChartSessions sessions,
    BreakGlass glass,
    IAuditLog audit
)
{
    private bool _asked;

    /// <summary>
    /// The opening, which reads every section that is not withheld and shows the most of them at once, and the view that is
    /// shown first are recorded together, in one durable write.
    /// </summary>
    [EffectMethod]
    public async Task On(OpenChart open, IDispatcher dispatcher, CancellationToken cancellation)
    {
        var read = ChartView.All.Where(view =>
            view != ChartView.Summary
            && view != ChartView.Timeline
            && !glass.Withholds(open.Session, view)
        );
        var opened = open.Session.Audited(AuditAction.ChartOpened) with
        {
            Detail = string.Join(' ', read.Select(view => view.Slug)),
        };
        if (
            await IsRecordedAsync(
                [opened, .. Seen(open.Session, open.View)],
                dispatcher,
                cancellation
            )
        )
        {
            dispatcher.Dispatch(new ChartOpened(open.Session));
            dispatcher.Dispatch(new ViewShown(open.View));
        }
    }

    /// <summary>Each look at a view is recorded, and then the view is shown; a newer one ends this.</summary>
    [EffectMethod(Mode = EffectMode.Latest)]
    public async Task On(ShowView show, IDispatcher dispatcher, CancellationToken cancellation)
    {
        if (
            sessions.Find(show.Session.Id) is not null
            && await IsRecordedAsync([.. Seen(show.Session, show.View)], dispatcher, cancellation)
        )
            dispatcher.Dispatch(new ViewShown(show.View));
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
            var now = await resolver.ResolveAsync(
                session.Audited(AuditAction.PatientLookup),
                session.Population,
                session.Source,
                cancellation
            );
            ChartStop? stop = now switch
            {
                { PatientId: { } id } => id == session.PatientId
                    ? null
                    : ChartStop.PatientIdChanged,
                { Refusal.Reason: LaunchRefusalReason.PatientAmbiguous } =>
                    ChartStop.PatientAmbiguous,
                { Refusal.Reason: LaunchRefusalReason.PatientNotFound } => ChartStop.PatientGone,
                _ => null,
            };
            // Not answered: the section that doubted the id already says that it is not available; ask again at its retry.
            _asked = now.Refusal?.Reason is not LaunchRefusalReason.LookupFailed;
            if (stop is { } why)
                dispatcher.Dispatch(new ChartStopped(why));
        }
        catch (AuditUnavailableException)
        {
            _asked = false;
        }
    }

    /// <summary>The entry of a look at a view; none of one that is withheld, for it shows nothing.</summary>
    private IEnumerable<AuditEntry> Seen(ChartSession session, ChartView view)
    {
        if (glass.Withholds(session, view))
            yield break;
        yield return glass.Marked(
            session.Audited(AuditAction.SectionViewed) with
            {
                Section = view == ChartView.Summary ? "summary" : view.Slug,
            },
            session,
            view
        );
    }

    private async Task<bool> IsRecordedAsync(
        IReadOnlyList<AuditEntry> entries,
        IDispatcher dispatcher,
        CancellationToken cancellation
    )
    {
        try
        {
            if (entries.Count > 0)
                await audit.WriteAsync(entries, cancellation);
            return true;
        }
        catch (AuditUnavailableException)
        {
            dispatcher.Dispatch(new ChartStopped(ChartStop.AuditUnavailable));
            return false;
        }
    }
}
