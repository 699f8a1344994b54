namespace HeiChartViewer.Web.Audit;

/// <summary>The audit log could not keep an entry, so what the entry is about must not happen.</summary>
public sealed class AuditUnavailableException(Exception? cause = null)
    : Exception("The audit log cannot be written.", cause);
