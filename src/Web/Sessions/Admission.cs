namespace HeiChartViewer.Web.Sessions;

/// <summary>What became of a page.</summary>
/// <param name="Entry">Whether it was let in.</param>
/// <param name="Session">The session, where one is known.</param>
/// <param name="Ticket">What lets the page's circuit in; null where that has to be in already.</param>
public sealed record Admission(ChartEntry Entry, ChartSession? Session, string? Ticket);
