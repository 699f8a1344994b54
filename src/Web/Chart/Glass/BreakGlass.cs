using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Chart.Glass;

/// <summary>What of a chart stands behind glass, and who may break it (control 64).</summary>
public sealed class BreakGlass(
    IOptions<BreakGlassOptions> options,
    ChartSessions sessions,
    ViewerMode mode
)
{
    /// <summary>HL7's code for why somebody breaks it, whatever the launch was for.</summary>
    public const string Purpose = "BTG";

    private readonly IReadOnlyList<ChartView> _views =
    [
        .. ChartView.All.Where(view => options.Value.Withheld.Contains(view.Slug)),
    ];

    /// <summary>How long the glass stays broken.</summary>
    public TimeSpan Duration => options.Value.Duration;

    /// <summary>How long ago a proof may be.</summary>
    public TimeSpan ProofWithin => options.Value.ProofWithin;

    /// <summary>The sections that stand behind glass, broken or not, in the order of the rail.</summary>
    public IReadOnlyList<ChartView> Views => _views;

    /// <summary>Whether a section stands behind glass, broken or not.</summary>
    public bool Covers(ChartView view) => _views.Contains(view);

    /// <summary>Whether a section's records are kept from the session's user now.</summary>
    public bool Withholds(ChartSession session, ChartView view) =>
        Covers(view) && sessions.GlassBrokenUntil(session.Id) is null;

    /// <summary>Whether anything is.</summary>
    public bool Withholds(ChartSession session) =>
        _views.Count > 0 && sessions.GlassBrokenUntil(session.Id) is null;

    /// <summary>Says of an entry that what it is about was seen through broken glass, where it was.</summary>
    public AuditEntry Marked(AuditEntry entry, ChartSession session, ChartView view) =>
        Covers(view) && !Withholds(session, view) ? entry with { Purpose = Purpose } : entry;

    /// <summary>Whether the deployment lets the session's user break it.</summary>
    public bool MayBreak(ChartSession session) =>
        options.Value.Roles.Intersect(session.User.Roles, StringComparer.Ordinal).Any();

    /// <summary>
    /// Whether somebody vouched for the user lately enough. Of a made-up user nobody can: they have nothing to prove
    /// themselves with.
    /// </summary>
    public bool IsProven(ChartSession session) =>
        (session.Mode is ChartMode.Coordinator && mode.HasDemoUsers)
        || sessions.IsProven(session.Id, ProofWithin);
}
