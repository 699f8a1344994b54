using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Components.Chart;

/// <summary>Whether somebody is there before a chart; the EHR that launched it learns of it, too (control 49).</summary>
internal sealed class ChartPresence(SessionId id, ChartSessions sessions, SmartAuthority authority)
    : IPresence
{
    /// <inheritdoc />
    public DateTimeOffset LocksAt => sessions.LocksAt(id);

    /// <inheritdoc />
    public void Touch()
    {
        sessions.Touch(id);
        authority.Touch(id);
    }

    /// <inheritdoc />
    public IDisposable Watch(Action<SessionStanding> changed) => sessions.Watch(id, changed);
}
