namespace HeiChartViewer.Web.Audit;

/// <summary>The first entry that is not as it was written.</summary>
/// <param name="Id">Its place.</param>
/// <param name="Break">What is wrong with it.</param>
public sealed record BrokenAuditEntry(long Id, AuditBreak Break);
