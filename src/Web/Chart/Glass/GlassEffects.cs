using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Glass;

/// <summary>
/// Breaks the glass of one session and mends it; recorded first, then shown (design rule 6, control 64). Each screen of the
/// session watches its glass, and tells its store.
/// </summary>
public sealed class GlassEffects(
    BreakGlass glass,
    ChartSessions sessions,
    IAuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Breaks it, where the user may.</summary>
    [EffectMethod]
    public async Task On(BreakTheGlass wish, IDispatcher dispatcher, CancellationToken cancellation)
    {
        if (sessions.Find(wish.Session.Id) is null)
            return;
        var until = clock.GetUtcNow() + glass.Duration;
        var refusal = Refusal(wish);
        try
        {
            await audit.WriteAsync(
                [Entry(wish, until, refusal), .. refusal is null ? Seen(wish.Session) : []],
                cancellation
            );
        }
        catch (AuditUnavailableException)
        {
            refusal ??= GlassRefusal.NotRecorded;
        }
        if (refusal is { } why)
            dispatcher.Dispatch(new GlassHolds(wish, why));
        // Locked or closed meanwhile: there is nothing to show any more.
        else if (!sessions.BreakGlass(wish.Session.Id, until))
            dispatcher.Dispatch(new GlassHolds(wish, GlassRefusal.NotAllowed));
    }

    /// <summary>Mends it. It stands at once; that it does is written down by who tends the sessions.</summary>
    [EffectMethod]
    public Task On(MendTheGlass mend, IDispatcher dispatcher)
    {
        sessions.MendGlass(mend.Session.Id);
        return Task.CompletedTask;
    }

    /// <summary>What the broken glass shows is recorded with it, as an opening records what it shows.</summary>
    private IEnumerable<AuditEntry> Seen(ChartSession session) =>
        glass.Views.Select(view =>
            session.Audited(AuditAction.SectionViewed) with
            {
                Section = view.Slug,
                Purpose = BreakGlass.Purpose,
            }
        );

    private GlassRefusal? Refusal(BreakTheGlass wish)
    {
        if (!glass.MayBreak(wish.Session) || !wish.Reason.IsGiven(wish.Words))
            return GlassRefusal.NotAllowed;
        return glass.IsProven(wish.Session) ? null : GlassRefusal.NotProven;
    }

    private AuditEntry Entry(BreakTheGlass wish, DateTimeOffset until, GlassRefusal? refusal) =>
        wish.Session.Audited(AuditAction.GlassBroken) with
        {
            Purpose = BreakGlass.Purpose,
            Outcome = refusal is null ? AuditOutcome.Success : AuditOutcome.Denied,
            Detail =
                $"{string.Join(' ', glass.Views.Select(view => view.Slug))}; {wish.Reason.Code}; {refusal?.ToString() ?? $"until {until:O}"}; {wish.Words?.Trim()}",
        };
}
