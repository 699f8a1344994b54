using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Components.Chart;

/// <summary>Whether somebody is there before a chart; the EHR that launched it learns of it, too (control 49).</summary>
internal sealed class ChartPresence(
    ChartSession session,
    ChartSessions sessions,
    SmartAuthority authority
) : IPresence
{
    /// <inheritdoc />
    public TimeSpan WarnAfter => session.Tenant.Session.WarnAfter;

    /// <inheritdoc />
    public DateTimeOffset LocksAt => sessions.LocksAt(session.Id);

    /// <inheritdoc />
    public void Touch()
    {
        sessions.Touch(session.Id);
        authority.Touch(session.Id);
    }

    /// <inheritdoc />
    public IDisposable Watch(Action<SessionStanding> changed) =>
        sessions.Watch(session.Id, changed);
}
