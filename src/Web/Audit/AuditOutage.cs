namespace HeiChartViewer.Web.Audit;

/// <summary>What happens to what cannot be audited just now.</summary>
public enum AuditOutage
{
    /// <summary>It is not done: no audit, no render.</summary>
    Refuse,

    /// <summary>
    /// It is done, and its entry waits in memory until the log answers. What waits is lost with the process, so an
    /// organisation has to have decided that care goes before the trace.
    /// </summary>
    Queue,
}
