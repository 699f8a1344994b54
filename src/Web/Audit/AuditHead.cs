namespace HeiChartViewer.Web.Audit;

/// <summary>The last entry of a chain, as far as the next needs it.</summary>
/// <param name="Id">Its place.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditHead(long Id, string Hash);
